import Testing

@testable import Fetching

/// Lists and parameters in header fields (RFC 9110 5.6).
@Suite struct FieldScannerTests {
    @Test(
        arguments: [
            ("", []), ("no-cache", [.init(name: "no-cache")]),
            ("No-Cache , max-age=60", [.init(name: "no-cache"), .init(name: "max-age", value: "60")]),
            (#"private="a, b", public"#, [.init(name: "private", value: "a, b"), .init(name: "public")]),
            (#"x="a\"b""#, [.init(name: "x", value: "a\"b")]), (",,=1,a=", [.init(name: "a", value: "")]),
            (#"x="open, y"#, [.init(name: "x", value: "\"open, y")]),
        ] as [(String, [FieldScanner.Part])])
    func lists(text: String, parts: [FieldScanner.Part]) {
        #expect(FieldScanner.list(text) == parts)
    }

    @Test(
        arguments: [
            ("text/html", "text/html", nil), ("Text/HTML; Charset=\"utf-8\"", "text/html", "utf-8"),
            ("text/xml;charset=ISO-8859-1 ;x=y", "text/xml", "ISO-8859-1"), ("a/b; charset=", "a/b", nil),
        ] as [(String, String, String?)])
    func mediaTypes(text: String, essence: String, charset: String?) {
        #expect(MediaType(text)?.essence == essence)
        #expect(MediaType(text)?.charset == charset)
    }

    @Test(arguments: ["", "html", "charset=utf-8", "a/b/c"])
    func whatIsNoMediaType(text: String) {
        #expect(MediaType(text) == nil)
    }
}

extension FieldScanner.Part {
    fileprivate init(name: String) { self.init(name: name, value: nil) }
}
