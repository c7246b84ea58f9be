import Diagnostics
import MarkupReader
import Testing

@Suite("Schemas")
struct SchemaTests {
    private static let schema = """
        <element name="a" xmlns="http://relaxng.org/ns/structure/1.0">
          <zeroOrMore><element name="b"><optional><attribute name="c"/></optional><text/></element></zeroOrMore>
        </element>
        """

    private func problem(_ text: String) throws -> Diagnostic? {
        let bytes = Array(text.utf8)
        let root = try #require(MarkupReader.read(bytes, file: "a.xml").root)
        return try MarkupSchema(Self.schema).problem(in: bytes, root: root, file: "a.xml")
    }

    @Test(
        "a document that keeps the schema, whatever stands before it",
        arguments: [
            "<a/>", "<a><b>x</b><b c='1'/></a>", "<?xml-model href='a.rng'?><a/>", "<!-- x --><a>\n</a>",
            "<!DOCTYPE a [<!ENTITY e 'x'>]><a><b>&e;</b></a>", "<!DOCTYPE a [<!ENTITY e '<b/>'>]><a>&e;</a>",
        ])
    func valid(text: String) throws { #expect(try problem(text) == nil) }

    @Test(
        "the place is that of the element",
        arguments: [
            ("<b/>", 1, 1), ("<a>\n <b/>\n <b d='1'/></a>", 3, 2), ("<a><b/>\n<b/>\n  <c/></a>", 3, 3),
            ("<a>\n<b><b/></b></a>", 2, 4),
        ])
    func places(text: String, line: Int, column: Int) throws {
        let found = try #require(try problem(text))
        #expect(found.position == SourcePosition(line: line, column: column), "\(found)")
        #expect(found.id == "schema")
    }

    @Test(
        "a text that is no schema says why",
        arguments: ["", "<a/>", "<element xmlns='http://relaxng.org/ns/structure/1.0'/>"])
    func noSchema(text: String) {
        #expect(throws: MarkupSchemaError.self) { try MarkupSchema(text) }
    }

    @Test("a document with an instruction for editors is read as one without it")
    func instruction() throws {
        let result = MarkupReader.read(
            Array("<?xml version='1.0'?>\n<?xml-model href='voicexml.rng'?>\n<vxml/>".utf8), file: "a.vxml")
        #expect(result.diagnostics.isEmpty)
        #expect(result.root?.name == "vxml")
        #expect(result.root?.position == SourcePosition(line: 3, column: 1))
    }
}
