import CallControl
import Testing

@testable import CallHosting

@Suite("Access control of <data>")
struct AccessControlTests {
    /// A document with these instructions before its root element, and one behind it.
    private static func control(_ instructions: [String], behind: String? = nil) -> AccessControl {
        var nodes = [DataTree.Node(.document, name: "#document")]
        func add(_ node: DataTree.Node) {
            nodes.append(node)
            nodes[0].children.append(nodes.count - 1)
        }
        func instruct(_ content: String) {
            add(DataTree.Node(.processingInstruction, name: "access-control", value: content, parent: 0))
        }
        for content in instructions { instruct(content) }
        add(DataTree.Node(.element, name: "d", localName: "d", parent: 0))
        if let behind { instruct(behind) }
        return AccessControl(DataTree(nodes: nodes))
    }

    @Test(
        "VoiceXML 2.1 5.1: who may read is said by host",
        arguments: [
            ([], "http://a.com/f.vxml", true), ([], nil, true),
            (["allow=\"a.com\""], "http://a.com/f.vxml", true),
            (["allow=\"a.com\""], "https://user@A.com:8080/f.vxml", true),
            (["allow=\"a.com\""], "http://b.com/f.vxml", false),
            (["allow='a.com b.com'"], "http://b.com/f.vxml", true),
            (["allow=\"*\""], "http://b.com/f.vxml", true),
            (["allow=\"*.a.com\""], "http://x.a.com/", true),
            (["allow=\"*.a.com\""], "http://xa.com/", false),
            (["allow=\"*\" deny=\"b.com\""], "http://b.com/", false),
            (["allow=\"x.a.com\" deny=\"*.a.com\""], "http://x.a.com/", true),
            (["allow=\"a.com\"", "allow=\"b.com\""], "http://b.com/", true),
            (["deny=\"*\""], "http://b.com/", false),
            (["deny=\"*\""], "file:///f.vxml", false),
            // Its own host may always.
            (["deny=\"*\""], "http://data.com/f.vxml", true),
        ] as [([String], String?, Bool)])
    func hosts(_ instructions: [String], _ asker: String?, _ isAllowed: Bool) {
        #expect(Self.control(instructions).allows(reading: "http://data.com/d.xml", by: asker) == isAllowed)
    }

    @Test("VoiceXML 2.1 5.1: an instruction behind the root element says nothing; files are open")
    func elsewhere() {
        let late = Self.control([], behind: "deny='*'")
        #expect(late.allows(reading: "http://data.com/d.xml", by: "http://b.com/"))
        #expect(Self.control(["deny='*'"]).allows(reading: "file:///d.xml", by: "http://b.com/"))
    }
}
