import CallControl
import FormInterpreter
import Testing

@Suite("Catch")
struct CatchTests {
    @Test(
        "40 names match by token prefix",
        arguments: [
            ("connection.disconnect", "connection.disconnect.hangup", true),
            ("connection.dis", "connection.disconnect", false),
            ("a.b", "a.b", true), ("a.b.c", "a.b", false), ("a.", "a.b", true), (".", "anything", true),
            ("a", "ab", false),
        ])
    func prefixes(_ pattern: String, _ event: String, _ matches: Bool) {
        let call = TestCall(
            """
            <form><catch event="\(pattern)"><log>caught</log><exit/></catch>
            <block><throw event="\(event)"/></block></form>
            """)
        #expect(call.logged == (matches ? ["caught"] : []))
    }

    @Test("39 the nearest scope wins, unless a farther one has a higher count that is reached")
    func selection() {
        var call = TestCall(
            """
            <noinput count="2"><log>document 2</log><reprompt/></noinput>
            <form><noinput><log>form</log></noinput>
            <field name="n">\(Grammar.keys("1"))<noinput cond="false"><log>closed</log></noinput>
            <noinput><log>field a</log></noinput><noinput><log>field b</log></noinput></field></form>
            """)
        call.keepSilent()
        call.keepSilent()
        call.keepSilent()
        #expect(call.logged == ["field a", "document 2", "document 2"])
    }

    @Test("40 counters are per item, and an event counts for each of its prefixes")
    func counters() {
        let call = TestCall(
            """
            <form><catch event="a" count="3"><log>a 3</log><exit/></catch>
            <catch event="a.x a.y"><log expr="_event"/></catch>
            <block><throw event="a.x"/></block><block><throw event="a.y"/></block>
            <block name="loop" cond="true"><log>loop</log></block></form>
            """)
        #expect(call.logged == ["a.x", "a.y", "loop"])
        let same = TestCall(
            """
            <form><catch event="a" count="3"><log>a 3</log><exit/></catch>
            <catch event="a.x"><log expr="_event"/><clear namelist="v"/></catch>
            <catch event="a.y"><log expr="_event"/><throw event="a.z"/></catch>
            <var name="v"/><block><throw event="a.y"/></block></form>
            """)
        #expect(same.logged == ["a.y"])
    }

    @Test("41 a catch of the root runs in the leaf: its URIs and names are those of the leaf's document")
    func asIfCopied() {
        let call = TestCall([
            "main.vxml": TestCall.document(
                "<var name=\"where\" expr=\"'leaf'\"/><form><block><throw event=\"x\" message=\"why\"/></block></form>"
                    + "<form id=\"there\"><block><log expr=\"'there in ' + where\"/></block></form>",
                attributes: "application=\"root.vxml\""),
            "root.vxml": TestCall.document(
                "<var name=\"where\" expr=\"'root'\"/><catch event=\"x\"><log expr=\"where + ' ' + _event + ' ' + _message\"/>"
                    + "<goto next=\"#there\"/></catch>"),
        ])
        #expect(call.logged == ["leaf x why", "there in leaf"])
    }

    @Test("42 a catch that throws what it catches ends the session with that event")
    func endlessCatch() {
        let call = TestCall(
            "<form><catch event=\"x\"><throw event=\"x\"/></catch><block><throw event=\"x\"/></block></form>")
        #expect(call.end?.event == "x")
    }

    struct Default: Sendable {
        var event: String
        var goesOn: Bool
        var speaks: Bool
    }

    @Test(
        "43 what is done by default",
        arguments: [
            Default(event: "noinput", goesOn: true, speaks: false),
            Default(event: "nomatch", goesOn: true, speaks: true),
            Default(event: "maxspeechtimeout", goesOn: true, speaks: true),
            Default(event: "help", goesOn: true, speaks: true), Default(event: "cancel", goesOn: true, speaks: false),
            Default(event: "error.semantic", goesOn: false, speaks: true),
            Default(event: "my.event", goesOn: false, speaks: false),
        ])
    func defaults(_ test: Default) {
        var call = TestCall(
            """
            <form><link event="\(test.event)" dtmf="9"/><field name="n">\(Grammar.keys("1"))<prompt>choose</prompt></field></form>
            """)
        call.press("9")
        #expect((call.end == nil) == test.goesOn)
        let reprompts = test.goesOn && test.event != "cancel"
        #expect(call.heard.count == 1 + (test.speaks ? 1 : 0) + (reprompts ? 1 : 0))
        if !test.goesOn { #expect(call.end?.event == test.event) }
    }

    @Test("44 a link throws its event or goes to its target from wherever the input is collected")
    func links() {
        var call = TestCall(
            """
            <link dtmf="0" next="#operator"/><link dtmf="*" eventexpr="'back.' + 1"/>
            <form><field name="n">\(Grammar.keys("1"))<catch event="back"><log expr="_event"/></catch></field></form>
            <form id="operator"><block><log>operator</log></block></form>
            """)
        call.press("*")
        call.press("0")
        #expect(call.logged == ["back.1", "operator"])
    }

    @Test("39 a cond knows the event")
    func conditionOfEvent() {
        let call = TestCall(
            """
            <form><catch event="a" cond="_event == 'a.y'"><log>y</log></catch>
            <catch event="a" cond="_message == 'm'"><log expr="_message"/></catch>
            <block><throw event="a.x" message="m"/></block></form>
            """)
        #expect(call.logged == ["m"])
    }
}
