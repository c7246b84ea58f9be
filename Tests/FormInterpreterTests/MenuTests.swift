import CallControl
import FormInterpreter
import Testing

@Suite("Menu")
struct MenuTests {
    @Test("10 <menu dtmf=\"true\"> gives the first nine choices without a key 1 to 9", arguments: ["1", "2", "0"])
    func numbering(_ key: String) {
        var call = TestCall(
            """
            <menu dtmf="true"><choice event="k1">a</choice><choice dtmf="0" event="k0">b</choice><choice event="k2">c</choice>
            <catch event="k1 k2 k0"><log expr="_event"/><exit/></catch></menu>
            """)
        call.press(key)
        #expect(call.logged == ["k\(key)"])
    }

    @Test("10 an explicit key other than *, # and 0 in such a menu is error.badfetch")
    func explicitKey() {
        let call = TestCall([
            "main.vxml": TestCall.document(
                "<error><log expr=\"_event\"/><exit/></error><form><block><goto next=\"menu.vxml\"/></block></form>"),
            "menu.vxml": TestCall.document(
                "<menu dtmf=\"true\"><choice dtmf=\"5\" event=\"e\">a</choice></menu>"),
        ])
        #expect(call.logged == ["error.badfetch"])
    }

    @Test("10 the keys of choices, options and links are grammars: longer sequences wait for each other")
    func sequences() {
        var call = TestCall(
            """
            <link dtmf="1 2 3" event="long"/>
            <menu><choice dtmf="1" event="short">a</choice><catch event="short long"><log expr="_event"/><exit/></catch></menu>
            """)
        call.press("12")
        #expect(call.logged.isEmpty)
        call.type("3")
        #expect(call.logged == ["long"])
    }

    @Test("11 voice-only attributes and phrases are checked and otherwise without effect")
    func voiceOnly() {
        var call = TestCall(
            """
            <property name="confidencelevel" value="0.7"/><property name="universals" value="all"/>
            <menu accept="approximate"><choice dtmf="1" accept="exact" event="one">the first one</choice>
            <catch event="one"><log>one</log><exit/></catch></menu>
            """)
        call.press("1")
        #expect(call.logged == ["one"])
    }

    @Test("7 a voice grammar counts as active and matches no key")
    func voiceGrammar() {
        var call = TestCall(
            """
            <form><field name="n"><grammar mode="voice" version="1.0" root="r"><rule id="r">one</rule></grammar>
            <catch event="nomatch noinput error"><log expr="_event"/><exit/></catch></field></form>
            """)
        #expect(call.session.standing == .key)
        call.press("1")
        #expect(call.logged == ["nomatch"])
    }

    @Test(
        "36 44 a choice or a link throws with what it has to say, computed when it is selected",
        arguments: ["event=\"e.x\" message=\"m2\"", "eventexpr=\"'e.' + 'x'\" messageexpr=\"'m' + v\""])
    func events(_ attributes: String) {
        let thrown = "<catch event=\"e\"><log expr=\"_event + ' ' + _message\"/></catch>"
        var call = TestCall(
            """
            <var name="v" expr="1"/><link dtmf="2" \(attributes)/><menu><prompt><value expr="v = 2"/></prompt>
            <choice dtmf="1" \(attributes)/>\(thrown)</menu>
            """)
        call.press("1")
        call.press("2")
        #expect(call.logged == ["e.x m2", "e.x m2"])
    }
}
