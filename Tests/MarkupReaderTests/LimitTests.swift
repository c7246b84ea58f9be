import Diagnostics
import MarkupReader
import Testing

@Suite("Limits and attacks by entities")
struct LimitTests {
    @Test func `depth`() {
        let nested = { String(repeating: "<a>", count: $0) + String(repeating: "</a>", count: $0) }
        #expect(found(read(nested(256))).isEmpty)
        #expect(found(read(nested(257))) == ["1:\(256 * 3 + 1) too-deep"])
        #expect(found(read(nested(4), limits: MarkupLimits(depth: 3))) == ["1:10 too-deep"])
        #expect(found(read(nested(100_000))) == ["1:\(256 * 3 + 1) too-deep"])
    }

    @Test func `size`() {
        #expect(found(read("<a>12345</a>", limits: MarkupLimits(bytes: 12))).isEmpty)
        #expect(found(read("<a>123456</a>", limits: MarkupLimits(bytes: 12))) == ["1:1 document-too-large"])
    }

    @Test func `internal entities are expanded`() throws {
        let source = "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><a b='&z;'>&z;-&z;</a>"
        let root = try #require(read(source).root)
        #expect(root["b"] == "yy")
        #expect(root.text == "yy-yy")
    }

    @Test func `references in an attribute, also within an entity`() throws {
        let source = """
            <!DOCTYPE a [<!ENTITY x 'y'><!ENTITY e '<b c="1 &#38;amp; &x;&#38;lt;"/>'>]><a b='1 &amp; &x;&lt;'>&e;</a>
            """
        let root = try #require(read(source).root)
        #expect(root["b"] == "1 & y<")
        #expect(root.childElements.first?["c"] == "1 & y<")
    }

    @Test func `expansion`() {
        let source = "<!DOCTYPE a [<!ENTITY x '0123456789012345678901234567890123456789'>]><a>&x;&x;&x;</a>"
        #expect(found(read(source, limits: MarkupLimits(expansion: 1000))).isEmpty)
        #expect(read(source, limits: MarkupLimits(expansion: 1)).diagnostics.map(\.id) == ["entity-expansion"])
        #expect(read(source, limits: MarkupLimits(references: 2)).diagnostics.map(\.id) == ["entity-expansion"])
    }

    /// Ten entities, each ten times the one before it: 10^10 of the first.
    private func laughs(_ first: String, in place: (String) -> String) -> String {
        var entities = "<!ENTITY l0 '\(first)'>"
        for level in 1...10 {
            entities += "<!ENTITY l\(level) '\(String(repeating: "&l\(level - 1);", count: 10))'>"
        }
        return "<!DOCTYPE a [\(entities)]>" + place("&l10;")
    }

    @Test(arguments: ["ha", "", "<b/>"])
    func `a billion laughs in text`(first: String) {
        let result = read(laughs(first) { "<a>\($0)</a>" })
        #expect(result.root == nil)
        #expect(result.diagnostics.map(\.id).contains("entity-expansion"), "\(result.diagnostics)")
    }

    @Test(arguments: ["ha", ""])
    func `a billion laughs in an attribute`(first: String) {
        let result = read(laughs(first) { "<a b='\($0)'/>" })
        #expect(result.root == nil)
        #expect(result.diagnostics.map(\.id).contains("entity-expansion"), "\(result.diagnostics)")
    }

    @Test func `many references to one long entity`() {
        let long = String(repeating: "x", count: 200_000)
        let source = "<!DOCTYPE a [<!ENTITY x '\(long)'>]><a>\(String(repeating: "&x;", count: 9_000))</a>"
        let result = read(source)
        #expect(result.root == nil)
        #expect(result.diagnostics.map(\.id).contains("entity-expansion"), "\(result.diagnostics)")
    }

    @Test func `an entity within itself`() {
        let result = read("<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>")
        #expect(result.root == nil)
        #expect(result.diagnostics.first?.id == "entity-expansion", "\(result.diagnostics)")
    }

    @Test func `an external entity is not read`() {
        let source = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n<a>&x;</a>"
        #expect(found(read(source)) == ["2:4 external-entity"])
        let attribute = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n<a b='&x;'/>"
        #expect(read(attribute).root == nil)
    }

    @Test func `an external parameter entity is not read`() {
        let source = "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><a/>"
        #expect(found(read(source)) == ["1:58 external-entity"])
    }

    @Test func `no parameter entity is read`() {
        let source = "<!DOCTYPE a [<!ENTITY % p '<!ENTITY x \"y\">'>\n %p;]><a/>"
        #expect(found(read(source)) == ["2:2 parameter-entity"])
        #expect(found(read(source.replacing("%p;", with: ""))).isEmpty)
    }

    @Test(arguments: ["<!-- < -->", "<![CDATA[<]]>", "<?p <?>", "<b c='>'/>", ""])
    func `attributes`(before: String) {
        let tag = { (count: Int) in "<e " + (0..<count).map { "a\($0)='<' ".replacing("<", with: ">") }.joined() + "/>"
        }
        let limits = MarkupLimits(attributes: 3)
        let document = { (count: Int) in "<a>\(before)\(tag(count))</a>" }
        #expect(found(read(document(3), limits: limits)).isEmpty)
        #expect(found(read(document(4), limits: limits)) == ["1:\(4 + before.count) too-many-attributes"])
        #expect(found(read(document(100_000))).map { $0.split(separator: " ").last } == ["too-many-attributes"])
    }

    @Test(arguments: ["<!-- %@ -->", "<![CDATA[%@]]>", "<?p %@?>"])
    func `what is no tag has no attributes`(wrapping: String) {
        let text = wrapping.replacing("%@", with: "<e a='1' b='2' c='3'/>")
        #expect(found(read("<a>\(text)</a>", limits: MarkupLimits(attributes: 2))).isEmpty)
    }
}
