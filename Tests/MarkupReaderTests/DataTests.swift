import CallControl
import MarkupReader
import Testing

@Suite("Documents as data")
struct DataTests {
    private func nodes(_ text: String) throws -> [DataTree.Node] {
        let (tree, diagnostics) = MarkupReader.readData(Array(text.utf8), file: "a.xml")
        #expect(diagnostics.isEmpty)
        return try #require(tree).nodes
    }

    /// `kind name=value` of each node, in their order.
    private func outline(_ text: String) throws -> [String] {
        try nodes(text).map { "\($0.kind) \($0.name)" + ($0.value.map { "=\($0)" } ?? "") }
    }

    @Test func `every kind of node, in document order`() throws {
        let text = "<?p q r?><a x='1'><!--c-->t&amp;u<![CDATA[<v>]]>w<b/></a><!--end-->"
        #expect(
            try outline(text) == [
                "document #document", "processingInstruction p=q r", "element a", "attribute x=1", "comment #comment=c",
                "text #text=t&u", "cdataSection #cdata-section=<v>", "text #text=w", "element b",
                "comment #comment=end",
            ])
    }

    @Test func `parents, children and attributes`() throws {
        let nodes = try nodes("<a x='1' y='2'><b/>t</a>")
        #expect(nodes.map(\.parent) == [nil, 0, 1, 1, 1, 1])
        #expect(nodes[0].children == [1])
        #expect(nodes[1].children == [4, 5])
        #expect(nodes[1].attributes == [2, 3])
    }

    @Test func `names with namespaces`() throws {
        let nodes = try nodes("<x:a xmlns:x='urn:x' x:b='1' c='2'/>")
        #expect(nodes[1].name == "x:a")
        #expect(nodes[1].prefix == "x")
        #expect(nodes[1].localName == "a")
        #expect(nodes[1].namespace == "urn:x")
        #expect(nodes[2].namespace == "urn:x")
        #expect(nodes[3].namespace == nil)
    }

    @Test func `white space is text, and none is outside the root`() throws {
        #expect(try outline("\n<a> <b/>\n</a>\n").filter { $0.hasPrefix("text") } == ["text #text= ", "text #text=\n"])
    }

    @Test func `internal entities are expanded within limits, external ones are refused`() throws {
        #expect(
            try outline("<!DOCTYPE a [<!ENTITY e 'x<b/>y'>]><a>&e;</a>").suffix(3) == [
                "text #text=x", "element b", "text #text=y",
            ])
        let external = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"
        let (tree, diagnostics) = MarkupReader.readData(Array(external.utf8), file: "a.xml")
        #expect(tree == nil)
        #expect(!diagnostics.isEmpty)
    }

    @Test(arguments: ["<a>", "", "text", "<a></b>", "<a/><b/>"])
    func `what is not well-formed is none`(_ text: String) {
        let (tree, diagnostics) = MarkupReader.readData(Array(text.utf8), file: "a.xml")
        #expect(tree == nil)
        #expect(!diagnostics.isEmpty)
    }
}
