import CallControl
import CallHosting
import Logging
import PluginKit
import PluginManifests
import Testing

/// What plugins are told when a call has ended.
@Suite(.timeLimit(.minutes(1))) struct CallEndTests {
    private static let ask = "<object name='o' classid='method://desk/take'/>"

    @Test(
        "however it ends, the plugins that it has invoked are told once, before the end is reported",
        arguments: [
            ("<form>\(ask)<block><exit/></block></form>", End.How.exit),
            ("<form>\(ask)<block><throw event='error.mine'/></block></form>", .error),
            ("<form>\(ask)<block><script>while (true) {}</script></block></form>", .error),
            ("<form id='f'>\(ask)<block><goto next='#f'/></block></form>", .hangup),
            ("<form>\(ask)<field name='n' type='digits'><prompt>Keys?</prompt></field></form>", .hangup),
        ])
    func told(flow: String, how: End.How) async throws {
        let folder = try FlowFolder(["main.vxml": flow.vxml])
        let (desk, idle) = (DeskPlugin("desk"), DeskPlugin("idle"))
        var options = HostOptions.test(plugins: [desk, idle])
        options.onEnd = { record in
            #expect(record.end.how == how)
            desk.log.append(["reported"])
        }
        let call = VirtualCall(CallHost(options), id: "c1")
        let first = await call.send(.call(.test(folder.uri())))
        if first.rest != nil { _ = await call.send(.hangup(reason: nil)) }
        #expect(desk.log.all.filter { $0 != "asked" } == ["told", "reported"])
        #expect(idle.log.all.isEmpty)
        #expect(desk.contexts.all.map(\.call).allSatisfy { $0 == "c1" })
        #expect(Set(desk.contexts.all.map(\.session)).count == 1)
        #expect(desk.contexts.all.last?.invocation.hasSuffix("/end") == true)
    }

    @Test("a later call with the same id is another session")
    func namesakes() async throws {
        let folder = try FlowFolder(["main.vxml": "<form>\(Self.ask)<block><exit/></block></form>".vxml])
        let desk = DeskPlugin("desk")
        let host = CallHost(HostOptions.test(plugins: [desk]))
        for _ in 1...3 { _ = await VirtualCall(host, id: "c1").send(.call(.test(folder.uri()))) }
        #expect(Set(desk.contexts.all.map(\.session)).count == 3)
        #expect(Set(desk.contexts.all.map(\.call)) == ["c1"])
    }

    @Test("a call that asks for ever is hung up, and that is told beside what the call does")
    func norest() async throws {
        let folder = try FlowFolder([
            "main.vxml": "<form id='f'>\(Self.ask)<block><goto next='#f'/></block></form>".vxml
        ])
        let exchange = await VirtualCall(CallHost(.test(plugins: [DeskPlugin("desk")]))).send(
            .call(.test(folder.uri())))
        #expect(exchange.complaints == ["the call does not come to rest; it is hung up"])
        #expect(exchange.refusal == nil)
        #expect(exchange.commands == [.end(End(how: .hangup))])
    }

    @Test("at its own time, in final processing's, too, and never again")
    func finalProcessing() async throws {
        let folder = try FlowFolder([
            "main.vxml": """
            <form><field name="n" type="digits"><prompt>Keys?</prompt></field>
            <catch event="connection.disconnect"><goto next="#last"/></catch></form>
            <form id="last">\(Self.ask)<block><exit/></block></form>
            """.vxml
        ])
        let desk = DeskPlugin("desk")
        let call = VirtualCall(CallHost(.test(plugins: [desk])))
        _ = await call.send(.call(.test(folder.uri())))
        _ = await call.send(.hangup(reason: nil), at: CallInstant(milliseconds: 1234))
        #expect(desk.log.all == ["asked", "told"])
        let start = WallClockTime.virtualEpoch.epochMilliseconds
        #expect(desk.contexts.all.map(\.now.epochMilliseconds) == [start + 1234, start + 1234])
        _ = await call.host.hangUpAll()
        #expect(desk.log.all == ["asked", "told"])
    }

    @Test("a hang-up while an invocation is on: it is cancelled, and when it has ended the plugin is told")
    func inFlight() async throws {
        let folder = try FlowFolder(["main.vxml": "<form>\(Self.ask)</form>".vxml])
        let desk = DeskPlugin("desk", isSlow: true)
        let host = CallHost(.test(.real, plugins: [desk]))
        await host.post(Arrival("a", .call(.test(folder.uri()))))
        #expect(await desk.log.wait { $0 == "asked" } != nil)
        _ = await host.hangUpAll()
        #expect(desk.log.all == ["asked", "cancelled", "told"])
    }

    @Test("one that takes its time holds up no call, and what goes wrong is in the log")
    func failing() async throws {
        let folder = try FlowFolder(["main.vxml": "<form>\(Self.ask)<block><exit/></block></form>".vxml])
        let (outputs, complaints) = (Kept<CallOutput>(), Kept<String>())
        var options = HostOptions.test(.real, plugins: [DeskPlugin("desk", endTime: .milliseconds(300))])
        options.logger = Logger(label: "test") { _ in KeptLog(complaints) }
        let host = CallHost(options) { outputs.append($0) }
        await host.post(Arrival("a", .call(.test(folder.uri()))))
        #expect(await outputs.wait { $0.end?.how == .exit } != nil)
        #expect(complaints.all.isEmpty)
        _ = await host.hangUpAll()
        #expect(complaints.all == ["plugin desk.callEnded: unavailable: the desk is away"])
    }

    @Test("when everything ends, plugins are told of all calls together, however long they take over it")
    func together() async throws {
        let folder = try FlowFolder([
            "main.vxml": "<form>\(Self.ask)<field name='n' type='digits'><prompt>Keys?</prompt></field></form>".vxml
        ])
        let desk = DeskPlugin("desk", endTime: .milliseconds(300))
        let host = CallHost(.test(plugins: [desk]))
        let calls = (0..<30).map { "c\($0)" }
        _ = await host.handle(calls.map { Arrival($0, .call(.test(folder.uri()))) })
        let began = ContinuousClock.now
        let ended = await host.hangUpAll().compactMap { output in
            if case .command(let call, .end(End(how: .hangup))) = output { call } else { nil }
        }
        #expect(ContinuousClock.now - began < .seconds(4))
        #expect(ended == calls)
        #expect(desk.log.all.count { $0 == "told" } == 30)
    }
}

/// Notes what is asked of it.
private struct DeskPlugin: Plugin {
    let manifest: PluginManifest
    let isSlow: Bool
    let endTime: Duration?
    let log = Kept<String>()
    let contexts = Kept<PluginContext>()

    init(_ name: String, isSlow: Bool = false, endTime: Duration? = nil) {
        manifest = PluginManifest(
            name: name, summary: "A desk.", methods: [PluginManifest.Method(name: "take", summary: "Takes a place.")])
        self.isSlow = isSlow
        self.endTime = endTime
    }

    func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        log.append(["asked"])
        contexts.append([context])
        guard isSlow else { return [:] }
        do {
            try await Task.sleep(for: .seconds(60))
        } catch {
            // It takes a while to notice.
            await Task { try? await Task.sleep(for: .milliseconds(100)) }.value
            log.append(["cancelled"])
        }
        return [:]
    }

    func callEnded(_ context: PluginContext) async throws {
        log.append(["told"])
        contexts.append([context])
        guard let endTime else { return }
        try await Task.sleep(for: endTime)
        throw PluginFailure("unavailable", "the desk is away")
    }
}
