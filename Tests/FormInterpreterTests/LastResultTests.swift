import CallControl
import FormInterpreter
import Testing

@Suite("lastresult$")
struct LastResultTests {
    private static func field(_ content: String, property: String = "") -> TestCall {
        TestCall("<form><field name=\"n\">\(property)\(content)</field></form>")
    }

    private static let twice =
        Grammar.rule("1<tag>out = 'a'</tag>") + Grammar.rule("1<tag>out = 'b'</tag>")

    @Test("12 application.lastresult$ has up to maxnbest results, and the best one's properties", arguments: [1, 2, 5])
    func nbest(_ limit: Int) {
        var call = Self.field(
            Self.twice + """
                <filled><log expr="lastresult$.length + lastresult$.interpretation + lastresult$[0].interpretation"/>
                <log expr="lastresult$[lastresult$.length - 1].interpretation + n"/></filled>
                """, property: "<property name=\"maxnbest\" value=\"\(limit)\"/>")
        call.press("1")
        #expect(call.logged == (limit == 1 ? ["1aa", "aa"] : ["2aa", "ba"]))
    }

    @Test("12 a nomatch leaves its keys, and nothing that they mean")
    func nomatch() {
        var call = Self.field(
            Grammar.keys("1 2")
                + "<nomatch><log expr=\"lastresult$.utterance + typeof lastresult$.interpretation\"/></nomatch>")
        call.press("19")
        #expect(call.logged == ["19undefined"])
    }

    @Test("12 before any input it is undefined")
    func noInput() {
        var call = Self.field(
            Grammar.keys("1") + "<noinput><log expr=\"typeof application.lastresult$\"/></noinput>")
        call.keepSilent()
        #expect(call.logged == ["undefined"])
    }

    @Test("12 a form-level match that fills nothing sets it all the same, and the loop goes on")
    func withoutFill() {
        var call = TestCall(
            """
            <form>\(Grammar.rule("1<tag>out.q = 'x'</tag>"))
            <field name="n" cond="!application.lastresult$"/><block><log expr="lastresult$.interpretation.q"/></block></form>
            """)
        call.press("1")
        #expect(call.logged == ["x"])
    }

    @Test("12 48 what a subdialog hears leaves the caller's alone")
    func subdialog() {
        var call = TestCall(
            """
            <form><field name="n">\(Grammar.keys("1"))</field><subdialog name="s" src="#sub"/>
            <block><log expr="lastresult$.utterance"/></block></form>
            <form id="sub"><field name="m">\(Grammar.keys("2"))<filled><return/></filled></field></form>
            """)
        call.press("12")
        #expect(call.logged == ["1"])
    }
}
