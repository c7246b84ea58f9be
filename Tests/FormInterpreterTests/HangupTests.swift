import CallControl
import FormInterpreter
import Testing

@Suite("Hang-up and limits")
struct HangupTests {
    @Test("51 a hang-up is one connection.disconnect.hangup; work that does not wait goes on, waiting ends the session")
    func finalProcessing() {
        var call = TestCall(
            """
            <form><catch event="connection.disconnect.hangup"><log expr="_event"/><goto next="#after"/></catch>
            <field name="n">\(Grammar.keys("1"))<prompt>hello</prompt></field></form>
            <form id="after"><block>nobody hears this<log>after</log></block><field name="m">\(Grammar.keys("1"))</field>
            <block><log>never</log></block></form>
            """)
        call.hangUp()
        #expect(call.logged == ["connection.disconnect.hangup", "after"])
        #expect(call.heard == ["hello"])
        #expect(call.end == End(how: .hangup))
        #expect(call.ends == 1)
    }

    @Test("51 a hang-up in a plugin cancels the invocation")
    func inAPlugin() {
        var call = TestCall("<form><object name=\"o\" classid=\"method://p/m\"/></form>")
        call.hangUp()
        #expect(call.commands.contains(.cancelInvocation(call.invocations[0].invocation)))
        #expect(call.end?.how == .hangup)
    }

    @Test("<disconnect> plays what is queued, hangs up and throws connection.disconnect.hangup")
    func disconnect() {
        let call = TestCall(
            """
            <form><catch event="connection.disconnect.hangup"><log>caught</log></catch>
            <block>goodbye<disconnect namelist="session.connection.local.uri"/></block></form>
            """)
        #expect(call.heard == ["goodbye"])
        #expect(call.logged == ["caught"])
        #expect(call.end?.how == .disconnect)
    }

    @Test("<exit> gives its values as they are, or its namelist as an object")
    func exitValues() {
        #expect(
            TestCall("<form><block><exit expr=\"[1, 'a']\"/></block></form>").end?.values
                == .array([.number(1), .string("a")]))
        let named = TestCall("<form><var name=\"a\" expr=\"1\"/><block><exit namelist=\"a\"/></block></form>")
        #expect(named.end?.values == .object([.init("a", .number(1))]))
    }

    @Test("55 58 an endless flow gets error.dialtone.steps once, then the session ends")
    func steps() {
        let once = TestCall(
            """
            <property name="dialtone.steps" value="2000"/>
            <form id="f"><catch event="error.dialtone.steps"><log expr="_event"/><exit/></catch><block><goto next="#f"/></block></form>
            """)
        #expect(once.logged == ["error.dialtone.steps"])
        let twice = TestCall(
            """
            <property name="dialtone.steps" value="2000"/>
            <form id="f"><catch event="error.dialtone.steps"><log>once</log><goto next="#f"/></catch><block><goto next="#f"/></block></form>
            """)
        #expect(twice.logged == ["once"])
        #expect(twice.end?.event == "error.dialtone.steps")
    }

    @Test("55 a loop of documents is stopped between two fetches, none of which is left open")
    func stepsOfDocuments() {
        let call = TestCall(
            """
            <property name="dialtone.steps" value="2000"/><form><block><goto next="main.vxml"/></block></form>
            """)
        #expect(call.end?.event == "error.dialtone.steps")
        #expect(call.ends == 1)
    }

    @Test("55 a loop of scripts is stopped much sooner: each holds up the other calls")
    func stepsOfScripts() {
        let call = TestCall(
            """
            <property name="dialtone.steps" value="2000"/>
            <form><var name="n" expr="0"/><catch event="error.dialtone.steps"><exit expr="n &lt; 21"/></catch>
            <block name="b"><script>n = n + 1</script><clear namelist="b"/></block></form>
            """)
        #expect(call.end?.values == .bool(true))
    }

    @Test(
        "55 too many failures at one item get error.dialtone.failures",
        arguments: [("", 20), (#"<property name="dialtone.failures" value="3"/>"#, 3)])
    func failures(property: String, limit: Int) {
        var call = TestCall(
            """
            <form>\(property)<catch event="error.dialtone.failures"><log expr="_event"/><exit/></catch>
            <field name="n">\(Grammar.keys("1"))<noinput><reprompt/></noinput></field></form>
            """)
        for _ in 0..<limit { call.keepSilent() }
        #expect(call.logged.isEmpty)
        call.keepSilent()
        #expect(call.logged == ["error.dialtone.failures"])
    }

    @Test("55 a call that lasts too long gets error.dialtone.calltime", arguments: [60, 5 * 3600])
    func callTime(limit: Int) {
        var call = TestCall(
            """
            <property name="timeout" value="20000s"/><property name="dialtone.calltime" value="\(limit)s"/>
            <form><catch event="error.dialtone.calltime"><log expr="_event"/></catch><field name="n">\(Grammar.keys("1"))</field></form>
            """)
        call.wait(.seconds(limit - 1))
        #expect(call.logged.isEmpty)
        call.wait(.seconds(1))
        #expect(call.logged == ["error.dialtone.calltime"])
        call.wait(.seconds(60))
        #expect(call.end?.event == "error.dialtone.calltime")
    }
}
