import CallControl
import FormInterpreter
import PluginManifests
import Testing

@Suite("Object")
struct ObjectTests {
    private static let form = """
        <form><error><log expr="_event + ': ' + _message"/><exit/></error>
        <var name="key" expr="'4711'"/>
        <object name="o" classid="method://orders/status"><param name="number" expr="key"/><param name="lang" value="en"/>
        <filled><log expr="o.state + ' ' + o.items.length"/></filled></object></form>
        """

    @Test("the result of a plugin is an object in the item variable")
    func result() throws {
        let answer = JSONValue.object([
            .init("state", .string("sent")), .init("items", .array([.number(1), .number(2)])),
        ])
        let call = TestCall(Self.form, answers: ["orders/status": .result(answer)])
        #expect(call.logged == ["sent 2"])
        let invoke = try #require(call.invocations.first)
        #expect(invoke.params == .object([.init("number", .string("4711")), .init("lang", .string("en"))]))
    }

    @Test("a plugin's failure is error.plugin.PLUGIN.WHAT")
    func failure() {
        let call = TestCall(Self.form, answers: ["orders/status": .failure(what: "unavailable", message: "locked")])
        #expect(call.logged == ["error.plugin.orders.unavailable: locked"])
    }

    @Test("a plugin that does not answer within its time limit fails by timeout")
    func timeLimit() {
        let limit = CallDuration.seconds(3)
        let method = PluginManifest.Method(name: "status", summary: "", timeLimit: limit)
        let manifest = PluginManifest(name: "orders", summary: "", methods: [method])
        var call = TestCall(["main.vxml": TestCall.document(Self.form)], plugins: PluginCatalog(manifests: [manifest]))
        #expect(call.session.standing == .returned)
        #expect(call.session.nextTimer == CallInstant(milliseconds: 3000))
        call.keepSilent()
        #expect(call.logged.map { $0.hasPrefix("error.plugin.orders.timeout") } == [true])
        #expect(call.commands.contains(.cancelInvocation(call.invocations[0].invocation)))
    }

    @Test("VoiceXML 2.0 2.3.5: fetchtimeout bounds the time limit of a method, and does not lengthen it")
    func fetchtimeout() {
        for (attribute, limit) in [("2s", CallDuration.seconds(2)), ("3600s", PluginManifest.defaultTimeLimit)] {
            var call = TestCall(
                """
                <form><object name="o" classid="method://orders/status" fetchtimeout="\(attribute)"/>
                <error><log expr="_event"/><exit/></error></form>
                """)
            #expect(call.session.nextTimer == .start + limit)
            call.keepSilent()
            #expect(call.logged == ["error.plugin.orders.timeout"])
        }
    }

    @Test("45 an unknown plugin or method is error.unsupported.objectname", arguments: ["order/none", "orders/none"])
    func unknown(_ name: String) {
        let manifest = PluginManifest(name: "orders", summary: "", methods: [])
        let call = TestCall(
            [
                "main.vxml": TestCall.document(
                    "<form><error><log expr=\"_event\"/><exit/></error><object name=\"o\" classid=\"method://\(name)\"/></form>"
                )
            ], plugins: PluginCatalog(manifests: [manifest]))
        #expect(call.logged == ["error.unsupported.objectname"])
    }
}
