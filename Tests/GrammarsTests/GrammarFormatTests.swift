import Testing

@testable import Grammars

/// Formats that are not read: `error.unsupported.format`.
struct GrammarFormatTests {
    @Test(
        "media types",
        arguments: [
            ("application/srgs+xml", nil), ("Application/SRGS+XML; charset=utf-8", nil), ("text/xml", nil), ("", nil),
            ("application/srgs", nil), ("application/x-jsgf", "application/x-jsgf"),
            ("text/plain;x=y", "text/plain"),
        ] as [(String, String?)])
    func mediaType(text: String, expected: String?) {
        #expect(GrammarFormat.unsupported(mediaType: text) == expected)
    }

    @Test(
        "contents",
        arguments: [
            ("#ABNF 1.0 UTF-8;\nmode dtmf;", nil), ("\u{FEFF}\n#JSGF V1.0;", "JSGF"), ("<grammar/>", nil), ("", nil),
        ] as [(String, String?)])
    func content(text: String, expected: String?) {
        #expect(GrammarFormat.unsupported(content: Array(text.utf8)) == expected)
    }
}
