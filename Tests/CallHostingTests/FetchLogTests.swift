import CallControl
import CallHosting
import Logging
import LoopbackServer
import Testing

/// What is told of fetches that failed: to the flow, to the gateway and to the log.
@Suite(.timeLimit(.minutes(1))) struct FetchLogTests {
    private static let pin = "9071"

    /// A call that keys in a PIN, which the flow sends to a server.
    private func texts(sending target: String, over clock: HostClock = .virtual) async throws -> [String] {
        let flow = try FlowFolder([
            "main.vxml": """
            <form><field name="pin" type="digits?length=4"><property name="dialtone.sensitive" value="true"/></field>
            <block><submit next="\(target)" namelist="pin" fetchtimeout="300ms"/></block>
            <catch event="error"><log><value expr="_event"/> <value expr="_message"/></log><throw event="error.x"
            messageexpr="_message"/></catch></form>
            """.vxml
        ])
        let log = Kept<String>()
        var options = HostOptions.test()
        options.logger = Logger(label: "test") { _ in KeptLog(log) }
        let call = VirtualCall(CallHost(options))
        _ = await call.send(.call(.test(flow.uri())))
        let commands = await call.send(.keys([.nine, .zero, .seven, .one])).commands
        #expect(commands.end?.how == .error)
        return log.all + commands.map { "\($0)" }.filter { !$0.hasPrefix("fetch(") }
    }

    @Test(
        "56 what a submit sends to a server is told nowhere, nor is the server's password",
        arguments: [
            .text("", status: 404), .silence, .reset, .raw("nonsense\r\n\r\n"), .text("no XML"),
            .text("<vxml version='2.1'><form><block><cxit/></block></form></vxml>"),
            .text("<form><block><throw event='error.y'/></block><script>1 +</script></form>".vxml),
            .redirect(to: "http://"),
        ] as [LoopbackServer.Reply])
    func secrets(reply: LoopbackServer.Reply) async throws {
        let server = try await LoopbackServer { _ in reply }
        let target = server.uri("/x?y=1").replacing("http://", with: "http://user:word\(Self.pin)@")
        let texts = try await texts(sending: target)
        #expect(server.requests.first.map { $0.target.contains("pin=\(Self.pin)") } ?? true)
        for text in texts { #expect(!text.contains(Self.pin), "\(text)") }
        #expect(texts.contains { $0.contains("error.") })
        await server.stop()
    }

    @Test("56 nor when the server is not there")
    func deadServer() async throws {
        let texts = try await texts(sending: try await LoopbackServer.deadURI())
        for text in texts { #expect(!text.contains(Self.pin), "\(text)") }
        #expect(texts.first?.contains("Connection refused") == true)
    }

    @Test("a hang-up during a fetch is no failure")
    func hangup() async throws {
        let server = try await LoopbackServer { _ in .silence }
        let (outputs, log) = (Kept<CallOutput>(), Kept<String>())
        var options = HostOptions.test(.real)
        options.logger = Logger(label: "test") { _ in KeptLog(log) }
        let host = CallHost(options) { outputs.append($0) }
        await host.post(Arrival("c", .call(.test(server.uri()))))
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        await host.post(Arrival("c", .hangup(reason: nil)))
        #expect(await outputs.wait { $0.end?.how == .hangup } != nil)
        _ = await host.hangUpAll()
        try await Task.sleep(for: .milliseconds(100))
        #expect(log.all.isEmpty, "\(log.all)")
        await server.stop()
    }

    @Test("a server that does not answer in time is one, told once")
    func timeout() async throws {
        let server = try await LoopbackServer { _ in .silence }
        let flow = try FlowFolder([
            "main.vxml": "<form><block><goto next='\(server.uri())' fetchtimeout='200ms'/></block></form>".vxml
        ])
        let (outputs, log) = (Kept<CallOutput>(), Kept<String>())
        var options = HostOptions.test(.real)
        options.logger = Logger(label: "test") { _ in KeptLog(log) }
        let host = CallHost(options) { outputs.append($0) }
        await host.post(Arrival("c", .call(.test(flow.uri()))))
        #expect(await outputs.wait { $0.end?.event == "error.badfetch" } != nil)
        _ = await host.hangUpAll()
        try await Task.sleep(for: .milliseconds(100))
        #expect(log.all == ["error.badfetch: \(server.uri()): no answer within fetchtimeout"])
        await server.stop()
    }

    @Test(
        "what can be fetched from nowhere is said to be so",
        arguments: [
            ("http:///", "it names no server"), ("file:///a%00b", "it names no file of this machine"),
            ("file://elsewhere/a", "it names no file of this machine"), ("ftp://a/b", "ftp is not fetched"),
        ])
    func nowhere(uri: String, why: String) async throws {
        let end = await VirtualCall(CallHost(.test())).send(.call(.test(uri))).commands.end
        #expect(end?.event == "error.badfetch")
        #expect(end?.message?.hasSuffix(": " + why) == true, "\(end?.message ?? "")")
    }
}
