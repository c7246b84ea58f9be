import Diagnostics
import DialogParser
import Dialogs
import MarkupReader
import Testing

@Suite("Root element, namespaces, versions, ids")
struct DocumentTests {
    @Test(arguments: [
        Case("<grammar xmlns='http://www.w3.org/2001/06/grammar'/>", "1:1 wrong-root!"),
        Case("<form/>", "1:1 wrong-root!"),
        Case("<!-- x -->\n <vxml version='2.1' xmlns='http://www.w3.org/2001/voicexml'/>", "2:2 wrong-root!"),
    ])
    func wrongRoot(_ test: Case) throws {
        try check(test)
        #expect(try parse(test.source).document == nil)
    }

    @Test func `a document without the namespace is read as if it had it, with one warning`() throws {
        let (document, diagnostics) = try parse("<vxml version='2.0'><form id='a'><block>x</block></form></vxml>")
        #expect(diagnostics.short == ["1:1 missing-namespace"])
        #expect(diagnostics.first?.severity == .warning)
        #expect(document?.dialogs.count == 1)
    }

    @Test func `elements and attributes of other namespaces are passed over`() throws {
        let source = """
            <v:vxml version="2.1" xmlns:v="http://www.w3.org/2001/vxml" xmlns:x="urn:x"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" xml:lang="de">
              <x:note>anything <v:goto/></x:note>
              <v:form x:y="z"><v:block>hello <x:em/>you</v:block></v:form>
            </v:vxml>
            """
        let found = try document(source)
        #expect(found.lang?.text == "de")
        guard case .form(let form) = found.dialogs.first, case .block(let content) = form.items.first?.kind,
            case .prompt(let prompt) = content.first
        else { throw NotReadable() }
        #expect(content.count == 1)
        #expect(prompt.content.count == 2)
    }

    @Test func `an inline grammar and speech can be in their own namespaces`() throws {
        let source = page(
            """
            <form><field name="a">
              <grammar xmlns="http://www.w3.org/2001/06/grammar" version="1.0" root="r"><rule id="r">1</rule></grammar>
              <prompt><s xmlns="http://www.w3.org/2001/10/synthesis">hello</s></prompt>
            </field></form>
            """)
        guard case .form(let form) = try document(source).dialogs.first else { throw NotReadable() }
        #expect(form.items.first?.grammars.count == 1)
        #expect(form.items.first?.prompts.count == 1)
    }

    @Test(arguments: [
        Case("<vxml version='1.0' xmlns='http://www.w3.org/2001/vxml'/>", "1:16 unknown-version!"),
        Case("<vxml version='2' xmlns='http://www.w3.org/2001/vxml'/>", "1:16 unknown-version!"),
        Case("<vxml version='2.0' xmlns='http://www.w3.org/2001/vxml'/>"),
        Case("<vxml version='2.1' xmlns='http://www.w3.org/2001/vxml'/>"),
    ])
    func version(_ test: Case) throws { try check(test) }

    @Test func `what is of 2.1 in a document of 2.0 is a warning`() throws {
        let source = """
            <vxml version="2.0" xmlns="http://www.w3.org/2001/vxml"><form>
            <block><foreach item="a" array="b"/><script srcexpr="c"/><disconnect namelist="d"/></block>
            </form></vxml>
            """
        let found = try parse(source).diagnostics
        #expect(found.short == ["2:8 newer-feature", "2:45 newer-feature", "2:70 newer-feature"])
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test func `two dialogs of one id`() throws {
        let source = page("<form id='a'/>\n<menu id='b'/>\n<menu id='a'/>\n<form id='a'/>")
        try check(Case(source, "4:11 duplicate-id!", "5:11 duplicate-id!"))
    }

    @Test func `all diagnostics in document order`() throws {
        try check(
            Case(
                page("<form id='a'>\n<block><goto next='#b'/></block></form>\n<form id='a'/>\n<blok/>"),
                "3:20 missing-dialog", "4:11 duplicate-id!", "5:1 unknown-element!"))
    }
}
