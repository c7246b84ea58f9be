import CallControl
import FormInterpreter
import Testing

@Suite("Sensitive fields")
struct SensitiveTests {
    private static let flow = """
        <form><object name="o" classid="method://p/m"/>
        <field name="a"><grammar src="builtin:dtmf/digits?length=2"/></field>
        <field name="pin"><property name="dialtone.sensitive" value="true"/><grammar src="builtin:dtmf/digits?length=4"/></field>
        <field name="b"><grammar src="builtin:dtmf/digits?length=1"/></field></form>
        """

    @Test("56 the keys that a sensitive field used are known, also those that were pressed ahead")
    func ordinals() {
        var call = TestCall(Self.flow)
        call.type("12123")
        call.send(.returned(call.invocations[0].invocation, .result(.object([]))))
        #expect(call.session.isCollectingSensitively)
        call.type("49")
        #expect(call.session.sensitiveKeys == [2, 3, 4, 5])
        #expect(!call.session.isCollectingSensitively)
    }

    @Test("56 an event that a sensitive field throws does not quote its keys")
    func messages() {
        var call = TestCall(
            """
            <form><catch event="nomatch"><log expr="_message"/><exit/></catch>
            <field name="pin"><property name="dialtone.sensitive" value="true"/>\(Grammar.keys("1"))</field></form>
            """)
        call.press("7")
        #expect(call.logged.count == 1)
        #expect(!call.logged[0].contains("7"))
    }
}
