import CallControl
import CallHosting
import PluginKit
import PluginManifests
import Synchronization
import Testing

/// What flows ask of plugins.
@Suite struct PluginCallTests {
    private static let flow = """
        <form><object name="o" classid="method://clock/read"><param name="what" value="time"/></object>
        <block><exit expr="o.text"/></block>
        <catch event="error.plugin.clock">Failed by <value expr="_event"/>.<exit/></catch></form>
        """.vxml

    @Test func onTheVirtualClockAnAnswerTakesNoTime() async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        var start = CallStart.test(folder.uri())
        start.start = WallClockTime(epochMilliseconds: 1_000_000, zoneOffsetSeconds: 3600)
        let seen = Kept<PluginContext>()
        let host = CallHost(.test(plugins: [ClockPlugin(seen: seen)]))
        let answer = await VirtualCall(host, id: "c1").send(.call(start), at: CallInstant(milliseconds: 500))
        #expect(answer.commands.end?.values == "time at 1000500")
        let context = try #require(seen.all.first)
        #expect(context.call == "c1")
        #expect(context.from == "tel:1")
        #expect(context.locale == "en-US")
        #expect(context.now.zoneOffsetSeconds == 3600)
        #expect(context.deadline.epochMilliseconds == 1_000_500 + 10_000)
    }

    @Test func anInvocationHasTheSameIdInTheSameCall() async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        let seen = Kept<PluginContext>()
        for _ in 0..<2 {
            _ = await VirtualCall(CallHost(.test(plugins: [ClockPlugin(seen: seen)]))).send(
                .call(.test(folder.uri())))
        }
        #expect(seen.all.count == 2)
        #expect(Set(seen.all.map(\.invocation)).count == 1)
    }

    @Test func aFailureIsAnEventOfTheFlow() async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        let host = CallHost(.test(plugins: [ClockPlugin(failure: PluginFailure("broken", "no spring"))]))
        let answer = await VirtualCall(host).send(.call(.test(folder.uri())))
        #expect(answer.commands.texts == ["Failed by error.plugin.clock.broken."])
    }

    @Test func onTheRealClockAnAnswerComesWhenItComesAndAHangupCancels() async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        let outputs = Kept<CallOutput>()
        let plugin = ClockPlugin(isSlow: true)
        let host = CallHost(.test(.real, plugins: [plugin])) { outputs.append($0) }
        await host.post(Arrival("a", .call(.test(folder.uri()))))
        #expect(await plugin.started.wait { _ in true } != nil)
        await host.post(Arrival("a", .hangup(reason: nil)))
        #expect(await outputs.wait { $0.end?.how == .hangup } != nil)
        #expect(await plugin.cancelled.wait { _ in true } != nil)
    }

    @Test func scriptedPluginsAreAskedOfTheGateway() async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        var options = HostOptions.test()
        options.plugins = .scripted(manifests: [])
        let call = VirtualCall(CallHost(options))
        let asked = await call.send(.call(.test(folder.uri())))
        let invoke = Invoke(
            invocation: InvocationID(rawValue: 1), plugin: "clock", method: "read", params: ["what": "time"])
        #expect(asked.commands == [.invoke(invoke)])
        #expect(asked.rest?.reason == .returned)
        let answer = await call.send(.returned(invoke.invocation, .result(["text": "noon"])))
        #expect(answer.commands.end?.values == "noon")
    }

    @Test func theRecordOfACallTellsItsPluginCalls() async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        let records = Kept<CallRecord>()
        var options = HostOptions.test(plugins: [ClockPlugin()])
        options.onEnd = { records.append([$0]) }
        _ = await VirtualCall(CallHost(options)).send(.call(.test(folder.uri())))
        let record = try #require(records.all.first)
        #expect(record.pluginCalls.map(\.method) == ["read"])
        #expect(record.pluginCalls.first?.outcome == .result)
        #expect(record.end.how == .exit)
    }
}

/// Tells the call's time.
private struct ClockPlugin: Plugin {
    var failure: PluginFailure?
    var isSlow = false
    var seen = Kept<PluginContext>()
    let started = Kept<Bool>()
    let cancelled = Kept<Bool>()

    let manifest = PluginManifest(
        name: "clock", summary: "A clock.",
        methods: [
            PluginManifest.Method(
                name: "read", summary: "The time.",
                parameters: [PluginManifest.Parameter("what", .string, summary: "What to read.")],
                results: [PluginManifest.Result("text", .string, summary: "What it reads.")], failures: ["broken"])
        ])

    func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        seen.append([context])
        started.append([true])
        if let failure { throw failure }
        if isSlow {
            do {
                try await Task.sleep(for: .seconds(60))
            } catch {
                cancelled.append([true])
                throw error
            }
        }
        guard case .string(let what)? = parameters["what"] else { return [:] }
        return ["text": .string("\(what) at \(context.now.epochMilliseconds)")]
    }
}
