import NIOHTTP1
import Testing

@testable import Fetching

/// What `<submit>` sends (VoiceXML 2.0 5.3.8; HTML 4.01 17.13.4; RFC 7578).
@Suite struct FormTests {
    @Test(
        arguments: [
            ([FormPart("a", "1")], "a=1"), ([FormPart("a", "x y"), FormPart("o.p", "&=+%")], "a=x+y&o.p=%26%3D%2B%25"),
            ([FormPart("name", "Bjørk 中")], "name=Bj%C3%B8rk+%E4%B8%AD"),
            ([FormPart("l", "a\nb\r\nc\rd")], "l=a%0D%0Ab%0D%0Ac%0D%0Ad"),
            ([FormPart("z", "\u{0}~")], "z=%00%7E"), ([], ""),
        ] as [([FormPart], String)])
    func urlencoded(parts: [FormPart], text: String) {
        #expect(URLEncodedForm.encode(parts) == text)
    }

    @Test(arguments: [
        ("http://x/p", "http://x/p?a=1"), ("http://x/p?b=2", "http://x/p?b=2&a=1"), ("http://x/p?", "http://x/p?a=1"),
        ("http://x/p?b&", "http://x/p?b&a=1"),
    ])
    func queries(uri: String, expected: String) {
        #expect(URLEncodedForm.uri(uri, with: [FormPart("a", "1")]) == expected)
        #expect(URLEncodedForm.uri(uri, with: []) == uri)
    }

    @Test func multipart() {
        let parts = [
            FormPart("a", "1"), FormPart("say \"hi\"\r\n", "x"),
            FormPart("message", .file([0, 255], name: "r.wav", type: "audio/x-wav")),
        ]
        let expected =
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"say %22hi%22%0D%0A\"\r\n\r\nx\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"message\"; filename=\"r.wav\"\r\nContent-Type: audio/x-wav\r\n\r\n"
        let form = MultipartForm(boundary: "B")
        #expect(form.encode(parts) == Array(expected.utf8) + [0, 255] + Array("\r\n--B--\r\n".utf8))
        #expect(form.mediaType == "multipart/form-data; boundary=B")
        #expect(MultipartForm().boundary != MultipartForm().boundary)
    }

    @Test func aPostNamesItsForm() {
        let sent = FetchRequest("http://x/p", isPost: true, parts: [FormPart("a", "1")]).message
        #expect(sent.method == .POST)
        #expect(sent.uri == "http://x/p")
        #expect(sent.headers["Content-Type"] == ["application/x-www-form-urlencoded"])
        #expect(sent.body == Array("a=1".utf8))
    }
}
