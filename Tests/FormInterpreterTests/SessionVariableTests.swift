import CallControl
import FormInterpreter
import Testing

@Suite("session.connection")
struct SessionVariableTests {
    private static func logs(_ expression: String, _ change: (inout CallStart) -> Void = { _ in }) -> [String] {
        var start = CallStart(from: "tel:1", to: "tel:2", flow: Library.base + "main.vxml")
        change(&start)
        let document = TestCall.document(
            "<form><error><log expr=\"_event\"/><exit/></error><block><log expr=\"\(expression)\"/></block></form>")
        return TestCall(["main.vxml": document], start: start).logged
    }

    @Test("38 they tell of the call as it began")
    func reading() {
        let connection = "session.connection."
        #expect(Self.logs(connection + "local.uri + ' ' + connection.remote.uri") == ["tel:2 tel:1"])
        #expect(Self.logs(connection + "originator === session.connection.remote") == ["true"])
        #expect(
            Self.logs(connection + "originator === session.connection.local") { $0.direction = .outbound } == ["true"])
        #expect(Self.logs(connection + "originator.uri") { $0.originator = "sip:x" } == ["sip:x"])
        #expect(Self.logs(connection + "aai + typeof session.connection.protocol.variables") == ["undefinedundefined"])
        #expect(Self.logs(connection + "aai") { $0.aai = "a b" } == ["a b"])
        #expect(
            Self.logs(connection + "protocol.variables.order.number") {
                $0.variables = .object([.init("order", .object([.init("number", .number(7))]))])
            } == ["7"])
        #expect(
            Self.logs(connection + "redirect.length + session.connection.redirect[0].reason") {
                $0.redirect = [.init(uri: "tel:3", reason: "busy")]
            } == ["1busy"])
    }

    @Test(
        "38 none of them can be written: error.semantic",
        arguments: [
            "session.mine", "session.connection", "session.connection.local.uri", "session.connection.redirect[0]",
        ])
    func writing(_ name: String) {
        let call = TestCall(
            """
            <form><error><log expr="_event"/><exit/></error><block><assign name="\(name)" expr="1"/><log>written</log></block></form>
            """)
        #expect(call.logged == ["error.semantic"])
    }
}
