import CallControl
import Diagnostics
import DialogMachines
import Expressions
import Grammars
import MarkupReader
import Testing

@Suite("Grammars in documents")
struct GrammarTests {
    private func grammars(of compiled: Compiled) -> [GrammarEntry] {
        Array(compiled.machine.grammars[compiled.machine.items[0].grammars])
    }

    @Test(
        "13 A type is a builtin grammar",
        arguments: [
            "boolean", "boolean?y=7;n=9", "digits", "digits?length=4", "date", "time", "number", "currency", "phone",
        ])
    func builtins(_ type: String) throws {
        let compiled = try compile(form: "<field type='\(type)'/>")
        #expect(compiled.findings.isEmpty)
        let grammars = grammars(of: compiled)
        #expect(grammars.map(\.result) == [.builtin(type)])
        #expect(grammars.map(\.isOfKeys) == [true])
    }

    @Test("13 An unknown type throws error.unsupported.builtin when it is activated")
    func unknownBuiltin() throws {
        let compiled = try compile(form: "<field type='colour'/>")
        #expect(compiled.findings == ["error unknown-builtin"])
        guard case .unsupported(event: "error.unsupported.builtin", _) = grammars(of: compiled)[0].source else {
            Issue.record("not unsupported")
            return
        }
    }

    @Test(
        "13 Parameters that contradict each other are refused",
        arguments: ["digits?minlength=5;maxlength=3", "digits?length=4;minlength=5", "digits?size=3"])
    func contradiction(_ type: String) throws {
        #expect(try compile(form: "<field type='\(type)'/>").findings == ["error bad-builtin!"])
    }

    @Test("13 builtin: URIs are grammars of keys or of speech")
    func builtinURIs() throws {
        let compiled = try compile(
            form: "<field><grammar src='builtin:dtmf/digits'/><grammar src='builtin:grammar/digits'/></field>")
        #expect(compiled.findings.isEmpty)
        #expect(grammars(of: compiled).map(\.isOfKeys) == [true, false])
        #expect(grammars(of: compiled)[0].result == .builtin("builtin:dtmf/digits"))
    }

    @Test("Inline grammars that are the same but for their places are compiled once, and what is wrong is told of each")
    func sameInline() throws {
        func grammar(_ tag: String) -> String {
            "<grammar mode='dtmf' root='r' version='1.0'><rule id='r'>1<tag>\(tag)</tag></rule></grammar>"
        }
        let fields = ["out = 1;", "out = 2;", "out = 1;"].map { "<field>\n\(grammar($0))</field>" }
        let compiled = try compile(form: fields.joined())
        #expect(compiled.findings.isEmpty)
        let grammars = compiled.machine.grammars.compactMap { entry in
            if case .compiled(let grammar) = entry.source { grammar } else { nil }
        }
        #expect(grammars.count == 3)
        #expect(grammars[0] === grammars[2])
        #expect(grammars[0] !== grammars[1])
        #expect(Set(compiled.machine.grammars.map(\.position)).count == 3)
        let wrong = "<field>" + grammar("out = 1;").replacing(">1<", with: ">x<") + "</field>"
        #expect(try compile(form: wrong + wrong).findings.count == 2)
    }

    @Test("An inline grammar is compiled in its place")
    func inline() throws {
        let compiled = try compile(
            form: """
                <field><grammar mode="dtmf" root="r" version="1.0"><rule id="r"><item>1</item></rule></grammar></field>
                """)
        #expect(compiled.findings.isEmpty)
        #expect(grammars(of: compiled).map(\.result) == [.semantics])
        #expect(grammars(of: compiled).map(\.isOfKeys) == [true])
    }

    @Test("6 An inline grammar that is wrong refuses the document")
    func wrongInline() throws {
        let compiled = try compile(
            form: "<field><grammar mode='dtmf' root='none' version='1.0'><rule id='r'>1</rule></grammar></field>")
        #expect(compiled.findings == ["error grammar-missing-root!"])
    }

    @Test(
        "Formats other than SRGS throw error.unsupported.format when they are activated",
        arguments: [
            "<grammar type='text/plain' src='a.gram'/>", "<grammar type='application/x-jsgf' src='a.jsgf'/>",
            "<grammar type='application/x-jsgf' mode='dtmf'>#JSGF V1.0; grammar a; public &lt;a> = 1;</grammar>",
            "<grammar mode='dtmf'>#JSGF V1.0; grammar a;</grammar>",
        ])
    func formats(_ grammar: String) throws {
        let compiled = try compile(form: "<field>\(grammar)</field>")
        #expect(compiled.findings == ["error \(GrammarFormat.unsupportedID)"])
        guard case .unsupported(event: "error.unsupported.format", _) = grammars(of: compiled)[0].source else {
            Issue.record("not unsupported")
            return
        }
    }

    @Test("External grammars are fetched when they are activated")
    func external() throws {
        let compiled = try compile(
            form: "<field><grammar src='a.grxml' fetchtimeout='2s' maxage='5'/><grammar srcexpr='u'/></field>")
        #expect(compiled.findings.isEmpty)
        guard
            case .external(.literal("a.grxml"), fetchtimeout: .seconds(2)?, maxage: 5, maxstale: nil) =
                grammars(of: compiled)[0].source,
            case .external(.expression(let expression), _, _, _) = grammars(of: compiled)[1].source
        else {
            Issue.record("not external")
            return
        }
        #expect(expression.source == "u")
    }

    @Test("A form's grammar has its own scope, else the form's; no other grammar has one")
    func scopes() throws {
        let compiled = try compile(
            "<form scope='document'><grammar src='a'/><grammar src='b' scope='dialog'/><field/></form>")
        #expect(compiled.machine.grammars.map(\.scope) == [.document, .dialog])
        let refused = try compile(form: "<field><grammar src='a' scope='dialog'/></field>")
        #expect(refused.findings == ["error grammar-scope!"])
    }

    @Test(
        "10 dtmf attributes are keys",
        arguments: [("12", []), (" 1 * # A", []), ("x", ["error bad-dtmf!"]), ("", ["error bad-dtmf!"])])
    func keys(_ dtmf: String, _ findings: [String]) throws {
        let compiled = try compile("<link dtmf='\(dtmf)' event='e'/>")
        #expect(compiled.findings == findings)
        #expect(compiled.machine.grammars.map(\.result) == (findings.isEmpty ? [.link(0)] : []))
    }

    @Test("Options give their value, else their text, else their keys")
    func options() throws {
        let compiled = try compile(
            form: """
                <field><option dtmf="1" value="a">Apples</option><option dtmf="2"> Blue  berries </option>
                <option dtmf="3"/><option>Dates</option></field>
                """)
        #expect(compiled.findings.isEmpty)
        let grammars = grammars(of: compiled)
        #expect(grammars.map(\.result) == [.value("a"), .value("Blue berries"), .value("3"), .value("Dates")])
        #expect(grammars.map(\.isOfKeys) == [true, true, true, false])
        guard case .field(let field) = compiled.machine.items[0].kind else { return }
        #expect(field.options.map(\.prompt) == ["Apples", "Blue berries", "", "Dates"])
        #expect(field.options.map(\.dtmf) == ["1", "2", "3", nil])
    }

    @Test("References of inline grammars to other documents are collected, and read from the library")
    func collected() throws {
        let inline = "<grammar mode='dtmf' root='r' version='1.0'><rule id='r'><ruleref uri='REF'/></rule></grammar>"
        let content = vxml(
            "<link event='e'>\(inline.replacing("REF", with: "a.grxml#x"))</link>"
                + "<form>\(inline.replacing("REF", with: "b/c.grxml"))"
                + "<field>\(inline.replacing("REF", with: "a.grxml"))</field></form>"
                + "<menu><choice next='x'>\(inline.replacing("REF", with: "d.grxml"))</choice></menu>")
        let names = ["a", "b/c", "d"].map { "file:///flows/\($0).grxml" }
        #expect(try references(in: content) == names)
        #expect(try compile(document: content).findings.contains("error grammar-unread-document!"))

        let library = try Dictionary(uniqueKeysWithValues: names.map { ($0, try grammar(uri: $0)) })
        let found = try compile(document: content, library: library).findings
        #expect(found.allSatisfy { !$0.contains("grammar") })
    }

    private func grammar(uri: String) throws -> GrammarDocument {
        let text = """
            <grammar xmlns="http://www.w3.org/2001/06/grammar" version="1.0" mode="dtmf" root="x">
            <rule id="x" scope="public">1</rule></grammar>
            """
        let root = try #require(MarkupReader.read(Array(text.utf8), file: uri).root)
        return try #require(GrammarReader.read(root, baseURI: uri, file: uri).0)
    }
}
