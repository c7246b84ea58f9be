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

    @Test("32 <goto nextitem> in a catch: the item is silent without <reprompt>", arguments: [true, false])
    func nextItemInCatch(_ reprompts: Bool) {
        var call = TestCall(
            """
            <form><field name="a"><prompt>a</prompt>\(Grammar.keys("1"))
            <noinput>\(reprompts ? "<reprompt/>" : "")<goto nextitem="b"/></noinput></field>
            <field name="b"><prompt>b</prompt>\(Grammar.keys("1"))</field></form>
            """)
        call.keepSilent()
        #expect(call.heard == (reprompts ? ["a", "b"] : ["a"]))
    }

    @Test("32 silence is over at the next visit, be it a block's")
    func silenceEndsAtBlock() {
        var call = TestCall(
            """
            <form><var name="again" expr="false"/><block name="first" cond="again"/>
            <field name="a"><prompt>a</prompt>\(Grammar.keys("1"))<noinput><assign name="again" expr="true"/></noinput></field></form>
            """)
        call.keepSilent()
        #expect(call.heard == ["a", "a"])
    }

    @Test("32 another dialog, or the same one entered anew, has its prompts", arguments: ["f", "g"])
    func dialogInCatch(_ target: String) {
        var call = TestCall(
            """
            <form id="f"><field name="a"><prompt>f</prompt>\(Grammar.keys("1"))<noinput><goto next="#\(target)"/></noinput></field></form>
            <form id="g"><field name="a"><prompt>g</prompt>\(Grammar.keys("1"))</field></form>
            """)
        call.keepSilent()
        #expect(call.heard == ["f", target])
    }
}
