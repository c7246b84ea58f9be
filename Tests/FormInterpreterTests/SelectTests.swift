import CallControl
import FormInterpreter
import Testing

@Suite("Select")
struct SelectTests {
    @Test("31 the first item in document order that is undefined and whose cond holds is visited")
    func documentOrder() {
        let call = TestCall(
            """
            <form><block name="a" expr="true">skipped</block><block cond="false">closed</block>
            <block>first</block><block>second</block></form>
            """)
        #expect(call.heard == ["first", "second"])
        #expect(call.end?.how == .exit)
    }

    @Test("31 <goto nextitem> comes before document order, also with a cond that does not hold")
    func nextItem() {
        let call = TestCall(
            """
            <form><block>a<goto nextitem="c"/></block><block name="b">b</block>
            <block name="c" cond="false">c<exit/></block></form>
            """)
        #expect(call.heard == ["a", "c"])
    }

    @Test("37 a nextitem that does not exist is error.badfetch", arguments: ["nextitem=\"x\"", "expritem=\"'x'\""])
    func missingItem(_ attribute: String) {
        let call = TestCall(
            """
            <form><catch event="error.badfetch"><log>caught</log><exit/></catch>
            <block><goto \(attribute)/></block></form>
            """)
        #expect(call.logged == ["caught"])
    }

    @Test("33 entering a form resets its variables and counters")
    func enteringAForm() {
        var call = TestCall(
            """
            <form id="f"><field name="n">\(Grammar.keys("1"))
            <prompt count="1">one</prompt><prompt count="2">two</prompt>
            <nomatch count="2">second nomatch<goto next="#f"/></nomatch>
            <nomatch>first nomatch<reprompt/></nomatch></field></form>
            """)
        call.press("2")
        call.press("2")
        #expect(call.heard == ["one", "first nomatch", "two", "second nomatch", "one"])
    }

    @Test("33 <clear> resets the variable, the prompt counter and the event counters")
    func clear() {
        var call = TestCall(
            """
            <form><field name="n">\(Grammar.keys("1"))
            <prompt count="1">one</prompt><prompt count="2">two</prompt>
            <noinput><clear namelist="n"/><reprompt/></noinput>
            <filled><clear/></filled></field></form>
            """)
        call.keepSilent()
        call.press("1")
        #expect(call.heard == ["one", "one", "one"])
    }

    @Test("32 after a catch without <reprompt> the item is silent")
    func silentAfterCatch() {
        var call = TestCall(
            """
            <form><field name="n">\(Grammar.keys("1"))<prompt>choose</prompt>
            <noinput count="1">quiet</noinput><noinput count="2">loud<reprompt/></noinput></field></form>
            """)
        call.keepSilent()
        call.keepSilent()
        #expect(call.heard == ["choose", "quiet", "loud", "choose"])
    }

    @Test(
        "38 a cond that does not parse or evaluate is error.semantic where it is reached", arguments: ["1 +", "nobody"])
    func badCondition(_ cond: String) {
        let call = TestCall(
            """
            <form><catch event="error.semantic"><log>semantic</log><exit/></catch>
            <block>before</block><block cond="\(cond)">never</block></form>
            """)
        #expect(call.heard == ["before"])
        #expect(call.logged == ["semantic"])
    }
}
