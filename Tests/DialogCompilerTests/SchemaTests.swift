import Diagnostics
import DialogParser
import MarkupReader
import Testing

@Suite("The schema and the parser")
struct SchemaTests {
    private let schema: MarkupSchema

    init() throws { schema = try MarkupSchema(LanguageSchema.text) }

    /// What the schema and the parser with the compiler say of a document that they agree on.
    private struct Verdict: Equatable {
        var schema: Bool
        var parser: Bool
    }

    private func verdict(_ text: String) throws -> Verdict {
        let bytes = Array(text.utf8)
        let root = try #require(MarkupReader.read(bytes, file: "main.vxml").root)
        return Verdict(
            schema: schema.problem(in: bytes, root: root, file: "main.vxml") == nil,
            parser: try !compile(document: text).diagnostics.contains(where: \.refusesDocument))
    }

    private static let right = Verdict(schema: true, parser: true)
    private static let wrong = Verdict(schema: false, parser: false)

    /// The elements whose content others read, and what stands in the markup of those.
    private static let parents = Language.elements.filter { $0.content != .foreign }

    @Test("each element with what it needs", arguments: Language.elements.map(\.name))
    func elements(name: String) throws {
        let document = try #require(SampleElements.document(name))
        #expect(try verdict(document) == Self.right, "\(document)")
    }

    @Test("each element in each other one", arguments: parents.map(\.name))
    func places(parent: String) throws {
        let rule = try #require(Language.element(parent))
        for child in Language.elements.map(\.name) {
            let document = try #require(SampleElements.document(child, in: parent))
            // A <subdialog> and the like that has been given its source has no other content than these.
            let found = try verdict(document)
            if rule.choices.contains(where: \.includesContent) { continue }
            #expect(found == (rule.children.contains(child) ? Self.right : Self.wrong), "<\(child)> in <\(parent)>")
        }
    }

    @Test("each attribute with a value that is right and one that is wrong", arguments: Language.elements.map(\.name))
    func attributes(name: String) throws {
        let rule = try #require(Language.element(name))
        for attribute in rule.attributes where !Self.isBound(attribute, of: name) {
            for right in [true, false] {
                let value = SampleElements.value(of: attribute, right: right)
                let others = SampleElements.needed(by: name, besides: attribute.name)
                let document = try #require(
                    SampleElements.document(name, attributes: others + " \(attribute.name)=\"\(value)\""))
                let isRight = right || value == SampleElements.value(of: attribute, right: true)
                #expect(try verdict(document) == (isRight ? Self.right : Self.wrong), "\(document)")
            }
        }
    }

    /// Attributes whose meaning depends on what stands around them: only the compiler can tell.
    private static func isBound(_ attribute: AttributeRule, of element: String) -> Bool {
        [
            "filled mode", "filled namelist", "grammar mode", "grammar scope", "grammar type", "grammar version",
        ].contains("\(element) \(attribute.name)")
    }

    @Test("what is needed is missed, what is unknown is refused", arguments: Language.elements.map(\.name))
    func missing(name: String) throws {
        let rule = try #require(Language.element(name))
        let unknown = try #require(
            SampleElements.document(name, attributes: SampleElements.needed(by: name) + " unknown=\"a\""))
        #expect(try verdict(unknown) == Self.wrong, "\(unknown)")
        guard !SampleElements.needed(by: name).isEmpty, !rule.choices.contains(where: \.includesContent) else { return }
        let bare = try #require(SampleElements.document(name, attributes: ""))
        #expect(try verdict(bare) == Self.wrong, "\(bare)")
    }

    @Test("attributes that exclude each other", arguments: Language.elements.filter { !$0.choices.isEmpty }.map(\.name))
    func choices(name: String) throws {
        let rule = try #require(Language.element(name))
        for choice in rule.choices where choice.names.count > 1 {
            let both = choice.names.prefix(2).compactMap(rule.attribute)
                .map { "\($0.name)=\"\(SampleElements.value(of: $0, right: true))\"" }.joined(separator: " ")
            let others = rule.attributes.filter { $0.isRequired && !choice.names.contains($0.name) }
                .map { "\($0.name)=\"\(SampleElements.value(of: $0, right: true))\"" }
            let chosen = rule.choices.filter { $0.isRequired && $0.names != choice.names }
                .compactMap { $0.names.first }.map { "\($0)=\"a\"" }
            let attributes = (others + chosen + [both]).joined(separator: " ")
            let document = try #require(SampleElements.document(name, attributes: attributes))
            #expect(try verdict(document) == Self.wrong, "\(document)")
        }
    }

    @Test(
        "text where it can stand",
        arguments: parents.filter { !$0.choices.contains(where: \.includesContent) }.map(\.name))
    func text(name: String) throws {
        let rule = try #require(Language.element(name))
        let document = try #require(SampleElements.document(name, content: "words"))
        #expect(try verdict(document) == (rule.content == .text ? Self.right : Self.wrong), "\(document)")
    }

    @Test(
        "what belongs to somebody else is passed over",
        arguments: [
            "<form><field name='a' type='digits' x:hint='b' xmlns:x='urn:x'><x:y z='1'>c<form/></x:y></field></form>",
            "<form><block><emphasis xmlns='http://www.w3.org/2001/10/synthesis'>a</emphasis></block></form>",
            "<form xml:id='a' xml:base='b'><block/></form>",
            "<metadata><x xmlns='urn:x'><y/></x><form/>text</metadata>",
            "<form><transfer dest='tel:1' d:whisperexpr='a' xmlns:d='urn:dialtone'/></form>",
            "<form><block><if cond='a'>b<elseif cond='c'/>d<else/>e</if></block></form>",
        ])
    func foreign(content: String) throws { #expect(try verdict(vxml(content)) == Self.right) }

    @Test(
        "and what is ours is not",
        arguments: [
            "<form><block><form xmlns='http://www.w3.org/2001/vxml'/></block></form>",
            "<form><transfer dest='tel:1' d:whisper='a' xmlns:d='urn:dialtone'/></form>",
            "<form><block><if cond='a'>b<else/>c<elseif cond='d'/></if></block></form>",
            "<form><block><emphasis xmlns='http://www.w3.org/2001/10/synthesis' level='loud'>a</emphasis></block></form>",
        ])
    func own(content: String) throws { #expect(try verdict(vxml(content)) == Self.wrong) }

    @Test(
        "grammars in documents",
        arguments: [
            ("root='r'", "<rule id='r'>1</rule>", true),
            ("root='r'", "<rule id='r'><one-of><item repeat='1-2' weight='2.5'>1</item></one-of></rule>", true),
            (
                "root='r'", "<meta name='a' content='b'/><tag>a</tag><rule id='r' scope='public'>1<tag>x</tag></rule>",
                true
            ),
            ("root='r'", "<rule id='r'><ruleref special='GARBAGE'/><token>1</token></rule>", true),
            ("root='r'", "<rule id='r'><ruleref special='ALL'/></rule>", false),
            ("root='r'", "<rule id='r'><ruleref uri='#r' special='NULL'/></rule>", false),
            ("root='r'", "<rule id='r'><one-of>1</one-of></rule>", false),
            ("root='r'", "<rule id='r'><item repeat='a'>1</item></rule>", false),
            ("root='r' mode='keys'", "<rule id='r'>1</rule>", false),
            ("root='r'", "<rule>1</rule>", false),
            ("", "<meta name='a' content='b'/>", false),
        ])
    func grammars(attributes: String, rules: String, isRight: Bool) throws {
        let mode = attributes.contains("mode") ? "" : "mode='dtmf'"
        for namespace in ["", "xmlns='http://www.w3.org/2001/06/grammar'"] {
            let grammar = "<grammar version='1.0' \(mode) \(attributes) \(namespace)>\(rules)</grammar>"
            let document = vxml("<form><field name='a'>\(grammar)</field></form>")
            #expect(try verdict(document) == (isRight ? Self.right : Self.wrong), "\(document)")
        }
    }

    @Test("a complaint of the schema has the place of an element; the attribute libxml2 does not tell")
    func position() throws {
        let text = vxml("<form><block>\n  <goto next='a' to='b'/></block></form>")
        let root = try #require(MarkupReader.read(Array(text.utf8), file: "main.vxml").root)
        let problem = try #require(schema.problem(in: Array(text.utf8), root: root, file: "main.vxml"))
        #expect(problem.position == SourcePosition(line: 2, column: 3))
        #expect(problem.description.hasPrefix("main.vxml:2:3: error: The schema of the language does not allow this: "))
        #expect(problem.refusesDocument)
    }
}
