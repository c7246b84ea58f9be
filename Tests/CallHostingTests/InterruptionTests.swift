import CallControl
import CallHosting
import LoopbackServer
import PluginKit
import PluginManifests
import Testing

/// On the virtual clock the gateway may go while a call waits for a server or a plugin: its caller has hung up then, and
/// nothing has failed.
@Suite(.timeLimit(.minutes(1))) struct InterruptionTests {
    private static let catches = """
        <catch event="connection.disconnect"><log>gone</log><exit/></catch>
        <catch event="error"><log>failure</log><exit/></catch>
        """

    private struct SlowPlugin: Plugin {
        let manifest = PluginManifest(
            name: "desk", summary: "A desk.", methods: [PluginManifest.Method(name: "take", summary: "Takes a place.")])
        let asked = Kept<String>()

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            asked.append([context.call])
            try await Task.sleep(for: .seconds(60))
            return [:]
        }
    }

    /// Cancels what goes on, and hangs up.
    private func interrupt(_ host: CallHost, _ flow: FlowFolder, when isWaiting: () -> Bool) async throws {
        let going = Task { await host.handle([Arrival("c", .call(.test(flow.uri())))]) }
        while !isWaiting() { try await Task.sleep(for: .milliseconds(5)) }
        going.cancel()
        #expect(await going.value.isEmpty)
        let commands = await host.hangUpAll().compactMap(\.command)
        #expect(commands == [.log(label: nil, text: "gone"), .end(End(how: .hangup))])
    }

    @Test func whileAPluginIsAsked() async throws {
        let flow = try FlowFolder([
            "main.vxml": "\(Self.catches)<form><object name='o' classid='method://desk/take'/></form>".vxml
        ])
        let plugin = SlowPlugin()
        try await interrupt(CallHost(.test(plugins: [plugin])), flow) { !plugin.asked.all.isEmpty }
    }

    @Test func whileAServerIsAsked() async throws {
        let server = try await LoopbackServer { _ in .silence }
        let flow = try FlowFolder([
            "main.vxml": "\(Self.catches)<form><block><goto next='\(server.uri())'/></block></form>".vxml
        ])
        try await interrupt(CallHost(.test()), flow) { !server.requests.isEmpty }
        await server.stop()
    }
}
