import CallControl
import FormInterpreter
import Testing

@Suite("Filled and mixed initiative")
struct FilledTests {
    private static func form(_ filled: String) -> String {
        """
        <form><field name="a">\(Grammar.keys("1"))<filled><log>item a</log></filled></field>
        \(filled)
        <field name="b">\(Grammar.keys("2"))</field><block><log>done</log></block></form>
        """
    }

    @Test("34 a form-level <filled> waits for all of its namelist, or for any by mode")
    func modes() {
        var all = TestCall(Self.form("<filled><log>all</log></filled>"))
        all.press("12")
        #expect(all.logged == ["item a", "all", "done"])
        var any = TestCall(Self.form("<filled mode=\"any\"><log>any</log></filled>"))
        any.press("12")
        #expect(any.logged == ["item a", "any", "any", "done"])
        var named = TestCall(Self.form("<filled mode=\"any\" namelist=\"b\"><log>b</log></filled>"))
        named.press("12")
        #expect(named.logged == ["item a", "b", "done"])
    }

    @Test("34 a transition ends the rest of the <filled>s")
    func transition() {
        var call = TestCall(
            """
            <form><field name="a">\(Grammar.keys("1"))<filled><log>1</log><goto nextitem="z"/></filled>
            <filled><log>2</log></filled></field><filled><log>3</log></filled><block name="z"><log>z</log></block></form>
            """)
        call.press("1")
        #expect(call.logged == ["1", "z"])
    }

    private static let route = """
        <form>\(Grammar.rule("<item>1<tag>out.from='A'</tag></item><item repeat=\"0-1\">2<tag>out.to='B'</tag></item>"))
        <initial name="start"><prompt>both?</prompt><noinput><log>silent</log><reprompt/></noinput></initial>
        <field name="from"><prompt>from?</prompt>\(Grammar.keys("7"))</field>
        <field name="dest" slot="to"><prompt>to?</prompt>\(Grammar.keys("8"))</field>
        <filled><log expr="from + '-' + dest"/></filled></form>
        """

    @Test("35 12 a form-level grammar fills every field whose slot its result has")
    func severalFields() {
        var call = TestCall(Self.route)
        call.press("12")
        #expect(call.logged == ["A-B"])
        #expect(call.heard == ["both?"])
    }

    @Test("35 after <initial> the fields that are left are asked for")
    func oneField() {
        var call = TestCall(Self.route)
        call.press("1#")
        #expect(call.heard == ["both?", "to?"])
        call.press("8")
        #expect(call.logged == ["A-8"])
    }

    @Test("12 the result fills the field by its slot, and its shadow variable tells how")
    func shadowVariable() {
        var call = TestCall(
            """
            <form><field name="n">\(Grammar.rule("<item>5<tag>out = {n: 'five', more: 1}</tag></item>"))
            <filled><log expr="n + ' ' + n$.utterance + ' ' + n$.inputmode + ' ' + n$.confidence + ' ' + n$.interpretation.more"/>
            <log expr="application.lastresult$.length + ' ' + application.lastresult$[0].utterance"/></filled></field></form>
            """)
        call.press("5")
        #expect(call.logged == ["five 5 dtmf 1 1", "1 5"])
    }

    @Test("12 an <option> gives its value, by default its text")
    func options() {
        var call = TestCall(
            """
            <form><field name="a"><option dtmf="1" value="x">apples</option><option dtmf="2">pears</option></field>
            <field name="b"><option dtmf="1" value="x">apples</option><option dtmf="2">pears</option></field>
            <filled><log expr="a + ' ' + b"/></filled></form>
            """)
        call.press("12")
        #expect(call.logged == ["x pears"])
    }

    @Test(
        "34 39 what a <filled> throws is handled where it stands: in its item, or in the form",
        arguments: [true, false])
    func thrownInFilled(_ isItems: Bool) {
        let filled = "<filled><throw event=\"x\"/></filled>"
        var call = TestCall(
            """
            <form><catch event="x"><log>form</log><exit/></catch>
            <field name="a">\(Grammar.keys("1"))<catch event="x"><log>item</log><exit/></catch>\(isItems ? filled : "")</field>
            \(isItems ? "" : filled)</form>
            """)
        call.press("1")
        #expect(call.logged == [isItems ? "item" : "form"])
    }

    @Test("34 39 a form-level match fills another field: what its <filled> throws is that field's")
    func thrownInOtherField() {
        var call = TestCall(
            """
            <form>\(Grammar.rule("1<tag>out.b = 1</tag>"))
            <field name="a"><catch event="x"><log>a</log><exit/></catch></field>
            <field name="b"><catch event="x"><log>b</log><exit/></catch><filled><throw event="x"/></filled></field></form>
            """)
        call.press("1")
        #expect(call.logged == ["b"])
    }
}
