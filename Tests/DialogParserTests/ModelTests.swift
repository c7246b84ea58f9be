import Diagnostics
import DialogParser
import Dialogs
import Testing

@Suite("The document model")
struct ModelTests {
    private func form(_ content: String) throws -> Form {
        guard case .form(let form) = try document(page("<form>\(content)</form>")).dialogs.first else {
            throw NotReadable()
        }
        return form
    }

    private func content(_ content: String) throws -> [ExecutableContent] {
        guard case .block(let steps) = try form("<block>\(content)</block>").items.first?.kind else {
            throw NotReadable()
        }
        return steps
    }

    @Test func `a document`() throws {
        let source = """
            <vxml version="2.0" xmlns="http://www.w3.org/2001/vxml" application="root.vxml" xml:base="x/" xml:lang="en">
              <meta name="author" content="me"/><metadata><any/></metadata>
              <property name="timeout" value="3s"/>
              <var name="a"/><script>b()</script><var name="c" expr="1"/>
              <link next="y"/><catch event="help"/><error/>
              <form id="f" scope="document"/><menu id="m"/>
            </vxml>
            """
        let found = try document(source)
        #expect(found.version == "2.0")
        #expect(found.application?.text == "root.vxml")
        #expect(found.base?.text == "x/")
        #expect(found.metas.first?.content?.text == "me")
        #expect(found.properties.first?.value.position == SourcePosition(line: 3, column: 35))
        #expect(found.initializers.count == 3)
        #expect(found.handlers.map(\.kind) == [.catch, .error])
        #expect(found.links.count == 1)
        #expect(found.dialogs.count == 2)
    }

    @Test func `form items in document order`() throws {
        let form = try form(
            """
            <initial name="i"/><block name="b"/><field name="f" type="digits" slot="s" modal="true" cond="c" expr="e"/>
            <subdialog name="s" src="u" namelist="n"><param name="p" expr="1"/></subdialog>
            <object name="o" classid="method://a/b"><param name="p" value="1" valuetype="ref"/></object>
            <transfer name="t" dest="tel:1" bridge="true" maxtime="1s"/><record name="r" beep="true"/><filled/>
            """)
        #expect(form.items.map { $0.name?.text } == ["i", "b", "f", "s", "o", "t", "r"])
        #expect(form.filleds.count == 1)
        guard case .field(let field) = form.items[2].kind, case .subdialog(let subdialog) = form.items[3].kind,
            case .object(let object) = form.items[4].kind, case .transfer(let transfer) = form.items[5].kind,
            case .record(let record) = form.items[6].kind
        else { throw NotReadable() }
        #expect(field.type?.text == "digits")
        #expect(form.items[2].cond?.text == "c")
        #expect(subdialog.params.first?.name.text == "p")
        #expect(object.params.first?.valuetype?.text == "ref")
        #expect(transfer.maxtime?.text == "1s")
        #expect(record.beep?.text == "true")
    }

    @Test func `a field with prompts of both kinds, options, grammars and handlers`() throws {
        let form = try form(
            """
            <field name="f">Say <value expr="x"/> now <prompt count="2">again</prompt><audio src="a.wav"/>
              <option dtmf="1" value="one"> One </option>
              <grammar src="g"/><noinput count="2">x</noinput><link event="e"/><filled><clear/></filled></field>
            """)
        let item = try #require(form.items.first)
        #expect(item.prompts.map(\.isImplicit) == [true, false, true])
        #expect(item.prompts.first?.content.count == 3)
        #expect(item.grammars.count == 1)
        #expect(item.handlers.first?.count?.text == "2")
        #expect(item.links.count == 1)
        #expect(item.filleds.count == 1)
        guard case .field(let field) = item.kind else { throw NotReadable() }
        #expect(field.options.first?.phrase?.text == " One ")
    }

    @Test func `a menu`() throws {
        let source = page(
            """
            <menu id="m" dtmf="true">Press <enumerate>for <value expr="_prompt"/></enumerate>
              <choice next="#m">Your <emphasis>status</emphasis></choice><choice event="help" message="m" dtmf="0">Help<grammar src="g"/></choice>
              <noinput><reprompt/></noinput></menu>
            """)
        guard case .menu(let menu) = try document(source).dialogs.first else { throw NotReadable() }
        #expect(menu.prompts.count == 1)
        #expect(menu.choices.map { $0.phrase?.text } == ["Your status", "Help"])
        #expect(menu.choices.last?.grammars.count == 1)
        guard case .event(.literal(let event), .literal(let message)?) = menu.choices[1].target else {
            throw NotReadable()
        }
        #expect(event.text == "help")
        #expect(message.text == "m")
    }

    @Test func `executable content: each element`() throws {
        let steps = try content(
            """
            <var name="a"/><assign name="a" expr="1"/><clear/><script src="s"/><goto nextitem="x"/><submit next="u"/>
            <exit/><return/><disconnect/><throw event="e"/><reprompt/><log>a<value expr="b"/></log><prompt/>hello
            <data src="d"/><foreach item="i" array="a"/><if cond="c"/>
            """.replacing("nextitem", with: "expritem"))
        let kinds = steps.map { String("\($0)".prefix { $0 != "(" }) }
        #expect(
            kinds == [
                "variable", "assign", "clear", "script", "goto", "submit", "exit", "return", "disconnect", "throw",
                "reprompt", "log", "prompt", "prompt", "data", "foreach", "if",
            ])
    }

    @Test func `the branches of an if`() throws {
        let steps = try content("<if cond='a'>x<elseif cond='b'/><exit/><else/>y<exit/></if>")
        guard case .if(let element) = steps.first else { throw NotReadable() }
        #expect(element.branches.map { $0.cond?.text } == ["a", "b", nil])
        #expect(element.branches.map(\.content.count) == [1, 1, 2])
        #expect(element.branches.map(\.position.column) == [14, 28, 53])
    }

    @Test func `a run of text and speech is one prompt, white space alone is none`() throws {
        let steps = try content(" \n one <break time='1s'/> <!-- x --> two <exit/> \n <exit/> ")
        guard steps.count == 3, case .prompt(let prompt) = steps[0] else { throw NotReadable() }
        #expect(prompt.position == SourcePosition(line: 3, column: 2))
        #expect(prompt.content.count == 3)
    }

    @Test func `what a prompt holds`() throws {
        let steps = try content(
            """
            <prompt bargein="false" timeout="2s" xml:lang="de">a<say-as interpret-as="date">b</say-as><break/>
            <audio src="x"><desc>no</desc>alt</audio><mark name="m"/><lexicon uri="l"/>
            <foreach item="i" array="j">z</foreach></prompt>
            """)
        guard case .prompt(let prompt) = steps.first else { throw NotReadable() }
        let kinds = prompt.content.map { String("\($0)".prefix { $0 != "(" }) }.filter { $0 != "text" }
        #expect(kinds == ["markup", "break", "audio", "mark", "foreach"])
        #expect(prompt.lang?.text == "de")
        for case .audio(let audio) in prompt.content { #expect(audio.alternate.count == 1) }
        for case .markup(let markup) in prompt.content { #expect(markup.attributes.first?.name == "interpret-as") }
    }

    @Test func `what is wrong is left out and the rest is there`() throws {
        let (document, diagnostics) = try parse(block("<goto/><bogus/><exit/>"))
        #expect(diagnostics.count == 2)
        guard case .form(let form) = document?.dialogs.first, case .block(let steps) = form.items.first?.kind else {
            throw NotReadable()
        }
        #expect(steps.count == 1)
    }

    @Test func `as deep as the reader goes`() throws {
        let depth = 253
        let nested = String(repeating: "<if cond='a'>", count: depth) + String(repeating: "</if>", count: depth)
        var content = try content(nested)
        for _ in 0..<depth {
            guard case .if(let element) = content.first else { throw NotReadable() }
            content = element.branches[0].content
        }
        #expect(content.isEmpty)
        #expect(throws: NotReadable.self) { try parse(block("<if cond='a'>" + nested + "</if>")) }
    }
}
