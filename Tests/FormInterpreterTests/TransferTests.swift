import CallControl
import FormInterpreter
import Testing

@Suite("Transfer")
struct TransferTests {
    private static func form(_ attributes: String, _ content: String = "") -> String {
        """
        <form><catch event="connection.disconnect"><log expr="_event + ' ' + t"/></catch>
        <error><log expr="_event"/><exit/></error>
        <transfer name="t" dest="tel:+15550111" \(attributes)>\(content)<prompt>please wait</prompt>
        <filled><log expr="t + ' ' + t$.duration"/></filled></transfer></form>
        """
    }

    @Test("52 a blind transfer that went through: connection.disconnect.transfer, the variable stays undefined")
    func blind() {
        var call = TestCall(Self.form("bridge=\"false\""))
        #expect(call.transfers.map(\.kind) == [.blind])
        call.transfer(ends: TransferOutcome(.answered))
        #expect(call.logged == ["connection.disconnect.transfer undefined"])
        #expect(call.end?.how == .transfer)
    }

    @Test(
        "52 the outcome of a bridge fills the variable",
        arguments: TransferOutcome.Kind.allCases.filter { $0 != .answered && $0 != .error })
    func outcomes(_ kind: TransferOutcome.Kind) {
        var call = TestCall(Self.form("type=\"bridge\" connecttimeout=\"15s\" maxtime=\"60s\""))
        #expect(call.transfers.map(\.connecttimeout) == [.seconds(15)])
        #expect(call.transfers.map(\.maxtime) == [.seconds(60)])
        call.transfer(ends: TransferOutcome(kind, duration: .seconds(12)))
        #expect(call.logged == ["\(kind.rawValue) 12"])
        #expect(call.end?.how == .exit)
    }

    @Test("a ringing time, a whisper and screen data that are known only now; undefined, they are as if not there")
    func expressions() {
        let attributes = """
            type="bridge" connecttimeout="15s" xmlns:dialtone="urn:dialtone" dialtone:connecttimeoutexpr="ring" \
            dialtone:whisperexpr="'order ' + 12" dialtone:attachexpr="screen"
            """
        let known = TestCall(
            "<var name='ring' expr=\"'8s'\"/><var name='screen' expr=\"{a: [1]}\"/>" + Self.form(attributes))
        #expect(known.transfers.map(\.connecttimeout) == [.seconds(8)])
        #expect(known.transfers.map(\.whisper) == ["order 12"])
        #expect(known.transfers.map(\.attach) == [["a": [1]]])
        let unknown = TestCall("<var name='ring'/><var name='screen'/>" + Self.form(attributes))
        #expect(unknown.transfers.map(\.connecttimeout) == [.seconds(15)])
        #expect(unknown.transfers.map(\.attach) == [nil])
        let wrong = TestCall("<var name='ring' expr='8'/><var name='screen'/>" + Self.form(attributes))
        #expect(wrong.logged == ["error.semantic"])
    }

    @Test("45 an outcome that is an error throws its event")
    func errorOutcome() {
        var call = TestCall(Self.form("bridge=\"true\""))
        call.transfer(ends: TransferOutcome(.error, event: "error.connection.noroute"))
        #expect(call.logged == ["error.connection.noroute"])
    }

    @Test(
        "45 what is no destination never reaches the gateway",
        arguments: [
            ("nowhere", "error.connection.baddestination"), ("tel:", "error.connection.baddestination"),
            ("tel:nobody", "error.connection.baddestination"), ("http://example.com/", "error.unsupported.uri"),
        ])
    func badDestination(dest: String, event: String) {
        let call = TestCall(
            "<form><error><log expr=\"_event\"/><exit/></error><transfer name=\"t\" destexpr=\"'\(dest)'\" bridge=\"true\"/></form>"
        )
        #expect(call.logged == [event] && call.transfers.isEmpty)
    }

    @Test(
        "45 what a gateway may be able to call",
        arguments: ["tel:*67", "tel:1-800-FLOWERS", "sip:ann@example.com", "sip://example.com", "queue:support"])
    func destination(dest: String) {
        let call = TestCall("<form><transfer name=\"t\" dest=\"\(dest)\" bridge=\"true\"/></form>")
        #expect(call.transfers.map(\.dest) == [dest])
    }

    @Test("52 a key that a bridge's grammar matches ends it: near_end_disconnect")
    func keysDuringABridge() {
        var call = TestCall(Self.form("bridge=\"true\"", Grammar.keys("* *")))
        call.listen()
        call.type("1**")
        #expect(call.commands.contains(.stopTransfer(call.transfers[0].transfer)))
        call.transfer(ends: TransferOutcome(.nearEndDisconnect, duration: .seconds(3)))
        #expect(call.logged == ["near_end_disconnect 3"])
    }

    @Test("52 the caller's hang-up during a bridge is connection.disconnect.hangup")
    func hangUp() {
        var call = TestCall(Self.form("bridge=\"true\""))
        call.hangUp()
        #expect(call.logged == ["connection.disconnect.hangup undefined"])
        #expect(call.end?.how == .hangup)
    }

    @Test("4 52 only its own grammars are active, and what ended it is in its shadow variable")
    func ownGrammars() {
        var call = TestCall(
            "<link dtmf=\"5\" event=\"link\"/><catch event=\"link\"><log>link</log></catch>"
                + Self.form(
                    "bridge=\"true\"",
                    Grammar.keys("*") + "<filled><log expr=\"t$.inputmode + t$.utterance\"/></filled>"))
        call.listen()
        call.type("5*")
        call.transfer(ends: TransferOutcome(.nearEndDisconnect, duration: .seconds(1)))
        #expect(call.logged == ["dtmf*", "near_end_disconnect 1"])
    }

    @Test("52 what the caller types during a bridge is not left for the next field")
    func keysAfterABridge() {
        var call = TestCall(
            """
            <form><transfer name="t" dest="tel:1" bridge="true"/><field name="n"><prompt>n</prompt>\(Grammar.keys("1"))
            <filled><log>filled</log></filled></field></form>
            """)
        call.type("1")
        call.transfer(ends: TransferOutcome(.busy))
        #expect(call.logged.isEmpty)
        #expect(call.heard == ["n"])
    }
}
