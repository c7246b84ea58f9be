import Diagnostics
import Testing

@testable import Grammars

/// References from one document to another (SRGS 1.0 2.2.2).
struct ExternalReferenceTests {
    private static let numbersURI = "http://example.com/flow/numbers.grxml"
    private static let numbers = srgs(
        "<rule id='r' scope='public'>1<tag>n</tag></rule><rule id='two' scope='public'><ruleref uri='#hidden'/></rule>"
            + "<rule id='hidden'>2</rule>", attributes: "tag-format='semantics/1.0-literals'")

    private func library() throws -> [String: GrammarDocument] {
        [Self.numbersURI: try document(Self.numbers, at: Self.numbersURI)]
    }

    @Test(
        "6 external references to a rule and to a root",
        arguments: [
            ("numbers.grxml", "91", "r(9 r(1 {n}))"),
            ("numbers.grxml#two", "92", "r(9 two(hidden(2)))"),
            ("http://example.com/flow/numbers.grxml#r", "91", "r(9 r(1 {n}))"),
            ("../flow/./numbers.grxml", "91", "r(9 r(1 {n}))"),
        ])
    func references(uri: String, input: String, expected: String) throws {
        let main = try document(srgs("<rule id='r'>9<ruleref uri='\(uri)'/></rule>"))
        #expect(main.externalReferences == [Self.numbersURI])
        let grammar = try GrammarCompiler.compile(main, library: library())
        #expect(outline(of: grammar, input) == expected)
    }

    @Test("each rule has the tag format of its own document")
    func tagFormats() throws {
        let main = try document(srgs("<rule id='r'><ruleref uri='numbers.grxml'/></rule>"))
        let grammar = try GrammarCompiler.compile(main, library: library())
        let match = try #require(ActiveGrammars([grammar]).matches(keys("1")).first?.derivation)
        #expect(match.tagFormat == .script)
        guard case .rule(let inner) = match.children.first else {
            Issue.record("no inner rule")
            return
        }
        #expect(inner.tagFormat == .literals)
    }

    @Test("references resolve against xml:base, each document is named once, and itself not")
    func base() throws {
        let xml = """
            <grammar xml:base="http://other.example/g/" mode="dtmf" root="r"><rule id="r" scope="public">
            <ruleref uri="a.grxml#x"/><ruleref uri="a.grxml#y"/><ruleref uri="b.grxml"/><ruleref uri="#r"/>
            <ruleref uri="\(baseURI)#r"/></rule></grammar>
            """
        #expect(
            try document(xml).externalReferences == [
                "http://other.example/g/a.grxml", "http://other.example/g/b.grxml",
            ])
    }

    @Test("a document that refers to itself by its URI, and two that refer to each other")
    func cycles() throws {
        let own = try document(
            srgs("<rule id='r' scope='public'>1<item repeat='0-1'><ruleref uri='main.vxml#r'/></item></rule>"))
        #expect(standing(of: try GrammarCompiler.compile(own), "111") == .canGrow)
        let uri = "http://example.com/flow/b.grxml"
        let first = try document(srgs("<rule id='r' scope='public'>1<ruleref uri='b.grxml'/></rule>"))
        let second = try document(
            srgs("<rule id='r'><item repeat='0-1'>2<ruleref uri='main.vxml#r'/></item></rule>"), at: uri)
        #expect(standing(of: try GrammarCompiler.compile(first, library: [uri: second]), "121") == .canGrow)
    }

    @Test("the rule that a grammar's own URI names")
    func rootRule() throws {
        let numbers = try document(Self.numbers, at: Self.numbersURI)
        #expect(standing(of: try GrammarCompiler.compile(numbers, rootRule: "two"), "2") == .complete)
        #expect(compileError(numbers, rootRule: "hidden")?.id == "grammar-private-rule")
        #expect(compileError(numbers, rootRule: "three")?.id == "grammar-missing-rule")
    }

    @Test(
        "6 references that lead nowhere are load errors with a position",
        arguments: [
            ("grammar-missing-rule", "numbers.grxml#three"),
            ("grammar-private-rule", "numbers.grxml#hidden"),
            ("grammar-unread-document", "letters.grxml"),
            ("grammar-voice-reference", "voice.grxml"),
            ("grammar-without-root", "rootless.grxml"),
        ])
    func nowhere(id: String, uri: String) throws {
        var library = try library()
        for (name, xml) in [
            ("voice.grxml", "<grammar root='r'><rule id='r' scope='public'>one</rule></grammar>"),
            ("rootless.grxml", "<grammar mode='dtmf'><rule id='r' scope='public'>1</rule></grammar>"),
        ] {
            library["http://example.com/flow/" + name] = try document(xml, at: "http://example.com/flow/" + name)
        }
        let main = try document(srgs("<rule id='r'>\n<ruleref uri='\(uri)'/></rule>"))
        let error = try #require(compileError(main, library: library))
        #expect(error.id == id)
        #expect(error.position == SourcePosition(line: 2, column: 1))
        #expect(error.hint != nil && error.refusesDocument)
    }

    @Test("a grammar without a root needs a rule named by its URI")
    func rootless() throws {
        let rootless = try document("<grammar mode='dtmf'><rule id='r' scope='public'>1</rule></grammar>")
        #expect(compileError(rootless)?.id == "grammar-without-root")
        #expect(compileError(rootless, rootRule: "r") == nil)
    }
}
