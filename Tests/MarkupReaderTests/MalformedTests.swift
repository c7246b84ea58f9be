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

    @Test(
        "what people slip at is told in plain words",
        arguments: [
            ("<a>Tom & Jerry</a>", "An & begins no entity here", "Write &amp; for an &."),
            ("<a>&amp</a>", "An & begins no entity here", "Write &amp; for an &."),
            ("<a b='1 < 2'/>", "A < stands in the value of an attribute", "Write &lt; for it."),
            ("<a b=1/>", "The value of an attribute has no quotes", "Write name=\"value\"."),
            ("<a>\u{1}</a>", "XML does not allow the character here", "Of the control characters"),
            ("<a><b></a></b>", "Opening and ending tag mismatch", "An element ends before"),
            ("\n<?xml version='1.0'?><a/>", "XML declaration allowed only at the start", "Nothing may stand before"),
            ("<x:a/>", "Namespace prefix x on a is not defined", "Declare the prefix"),
        ])
    func words(source: String, message: String, hint: String) throws {
        let first = try #require(read(source).diagnostics.first)
        #expect(first.message.hasPrefix(message), "\(first)")
        #expect(first.hint?.hasPrefix(hint) == true, "\(first)")
    }

    @Test func `of one place one thing is said`() {
        #expect(read("<a b=1></a>").diagnostics.count == 1)
        #expect(found(read("<!DOCTYPE a SYSTEM 'a.dtd'><a>&nbsp;</a>")) == ["1:31 undeclared-entity"])
    }

    @Test func `the message is one line`() {
        #expect(read("<a>\n<b>\n</a>").diagnostics.allSatisfy { !$0.message.contains("\n") })
    }

    @Test func `a flood of errors is cut`() {
        #expect(read("<a>" + String(repeating: "<x:b/>", count: 5000) + "</a>").diagnostics.count == 100)
    }
}
