import CallControl
import FormInterpreter
import Testing

/// What kinds of results fill a field, alone and by their slots (VoiceXML 2.0 3.1.6).
@Suite("Shapes of results")
struct ResultShapeTests {
    struct Case: Sendable {
        var tag: String
        var check: String
    }

    @Test(
        "12 a field's own grammar fills it with whatever the result is",
        arguments: [
            Case(tag: "out = 5", check: "n === 5"), Case(tag: "out = false", check: "n === false"),
            Case(tag: "out = null", check: "n === null"), Case(tag: "out = ''", check: "n === ''"),
            Case(tag: "out = [1, 2]", check: "n.length == 2"), Case(tag: "out.n = 'slot'", check: "n == 'slot'"),
            Case(tag: "out.m = 'other'", check: "n.m == 'other'"),
            Case(tag: "out.n = {deep: 1}", check: "n.deep == 1"), Case(tag: "out.n = 0", check: "n === 0"),
        ])
    func ofField(_ test: Case) {
        var call = TestCall(
            """
            <form><field name="n">\(Grammar.rule("1<tag>\(test.tag)</tag>"))<filled><log expr="\(test.check)"/></filled></field></form>
            """)
        call.press("1")
        #expect(call.logged == ["true"])
    }

    @Test(
        "35 a form-level result fills by slots only",
        arguments: [
            Case(tag: "out.a = 1", check: "1 undefined"), Case(tag: "out.a = 0; out.b = ''", check: "0 "),
            Case(tag: "out.deep = {slot: 2}", check: "undefined 2"),
            Case(tag: "out = 'text'", check: "undefined undefined"),
            Case(tag: "out.c = 1", check: "undefined undefined"),
        ])
    func ofForm(_ test: Case) {
        var call = TestCall(
            """
            <form>\(Grammar.rule("1<tag>\(test.tag)</tag>"))
            <field name="a" cond="!application.lastresult$"/>
            <field name="b" slot="deep.slot" cond="false"/><field name="b2" slot="b" cond="false"/>
            <block><log expr="a + ' ' + (b === undefined ? b2 : b)"/></block></form>
            """)
        call.press("1")
        #expect(call.logged == [test.check])
    }

    @Test(
        "12 13 the value of a builtin type is what its keys mean",
        arguments: [
            ("boolean", "1", "boolean true"), ("boolean?y=3;n=4", "4", "boolean false"), ("digits", "12#", "string 12"),
            ("number", "1*5#", "string 1.5"), ("time", "0930", "string 0930?"), ("phone", "5*6#", "string 5x6"),
        ])
    func builtins(_ type: String, _ keys: String, _ logs: String) {
        for grammar in ["src=\"builtin:dtmf/\(type)\"", "srcexpr=\"'builtin:dtmf/\(type)'\""] {
            var call = TestCall(
                """
                <form><field name="n"><grammar \(grammar)/><filled><log expr="typeof n + ' ' + n"/></filled></field></form>
                """)
            call.press(keys)
            #expect(call.logged == [logs])
        }
    }
}
