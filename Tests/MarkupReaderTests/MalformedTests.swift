import Diagnostics
import MarkupReader
import Testing

@Suite("Malformed documents")
struct MalformedTests {
    @Test(arguments: [
        ("", ["1:1 malformed-xml"]),
        ("   ", ["1:4 malformed-xml"]),
        ("hello", ["1:1 malformed-xml"]),
        ("<a>\n<b>\n</a>", ["3:5 malformed-xml"]),
        ("<a x='1' x='2'/>", ["1:15 malformed-xml"]),
        ("<a x=1/>", ["1:6 malformed-xml"]),
        ("<a/><b/>", ["1:5 malformed-xml"]),
        ("<a>\n &nbsp;</a>", ["2:2 undeclared-entity"]),
        ("<v:a/>", ["1:5 malformed-xml"]),
        ("<a>&#0;</a>", ["1:8 malformed-xml"]),
    ])
    func malformed(source: String, expected: [String]) {
        let result = read(source)
        #expect(result.root == nil)
        #expect(found(result).first == expected.first, "\(result.diagnostics)")
        #expect(result.diagnostics.allSatisfy { $0.refusesDocument && $0.file == "a.xml" && !$0.message.isEmpty })
    }

    @Test func `the message is one line`() {
        #expect(read("<a>\n<b>\n</a>").diagnostics.allSatisfy { !$0.message.contains("\n") })
    }

    @Test func `a flood of errors is cut`() {
        #expect(read("<a>" + String(repeating: "<x:b/>", count: 5000) + "</a>").diagnostics.count == 100)
    }
}
