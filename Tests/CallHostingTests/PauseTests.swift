import CallControl
import PluginKit
import PluginManifests
import Synchronization
import Testing

@testable import CallHosting

/// Calls stand still while there is no room for what they say.
@Suite(.timeLimit(.minutes(1))) struct PauseTests {
    /// A door that is shut until it is opened, or given up.
    private final class Door: Sendable {
        private let state = Mutex((isOpen: true, isGivenUp: false, waiting: [CheckedContinuation<Void, Never>]()))

        var room: OutputRoom {
            OutputRoom(isThere: { [self] in state.withLock(\.isOpen) }, wait: { [self] in await wait() })
        }

        func shut() { state.withLock { $0.isOpen = false } }
        func open() { change { $0.isOpen = true } }
        func giveUp() { change { $0.isGivenUp = true } }

        var isAwaited: Bool { state.withLock { !$0.waiting.isEmpty } }

        private func change(
            _ change: (inout (isOpen: Bool, isGivenUp: Bool, waiting: [CheckedContinuation<Void, Never>])) -> Void
        ) {
            let waiting = state.withLock { state in
                change(&state)
                defer { state.waiting = [] }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }

        private func wait() async -> Bool {
            await withCheckedContinuation { continuation in
                let waits = state.withLock { state in
                    let waits = !state.isOpen && !state.isGivenUp
                    if waits { state.waiting.append(continuation) }
                    return waits
                }
                if !waits { continuation.resume() }
            }
            return state.withLock { !$0.isGivenUp }
        }
    }

    private static func flow(timeout: Int) throws -> FlowFolder {
        try FlowFolder([
            "main.vxml": .choice(filled: "You pressed <value expr='choice'/>.", noinput: "Silence.<reprompt/>")
                .replacing("<prompt>Press", with: "<prompt timeout='\(timeout)ms'>Press")
        ])
    }

    private static func options(lanes: Int) -> HostOptions {
        var options = HostOptions.test(.real)
        options.lanes = lanes
        return options
    }

    private static func pause() async throws { try await Task.sleep(for: .milliseconds(300)) }

    @Test("no timer fires meanwhile, however many are due, and afterwards all go on")
    func timers() async throws {
        let flow = try Self.flow(timeout: 60)
        let (door, outputs) = (Door(), Kept<CallOutput>())
        let host = CallHost(Self.options(lanes: 2), room: door.room) { outputs.append($0) }
        for number in 0..<40 { await host.post(Arrival("c\(number)", .call(.test(flow.uri())))) }
        #expect(await outputs.wait { if case .command("c39", _) = $0 { true } else { false } } != nil)
        door.shut()
        try await Self.pause()
        let said = outputs.all.count
        try await Self.pause()
        #expect(outputs.all.count == said)
        #expect(said <= 80)
        door.open()
        for number in 0..<40 {
            await host.post(Arrival("c\(number)", .keys([.one])))
            let end = await outputs.wait { output in
                if case .command(call: "c\(number)", .end(let end)) = output { end.how == .exit } else { false }
            }
            #expect(end != nil)
        }
        _ = await host.hangUpAll()
    }

    @Test("who presses a key meanwhile has not been silent, and the record has the whole time")
    func timeStandsStill() async throws {
        let flow = try Self.flow(timeout: 400)
        let (door, outputs, records) = (Door(), Kept<CallOutput>(), Kept<CallRecord>())
        var options = Self.options(lanes: 1)
        options.onEnd = { records.append([$0]) }
        let host = CallHost(options, room: door.room) { outputs.append($0) }
        await host.post(Arrival("a", .call(.test(flow.uri()))))
        #expect(await outputs.wait { $0.command != nil } != nil)
        door.shut()
        await host.post(Arrival("b", .call(.test(flow.uri()))))
        while !door.isAwaited { try await Task.sleep(for: .milliseconds(1)) }
        for _ in 0..<3 { try await Self.pause() }
        await host.post(Arrival("a", .keys([.two]), at: CallInstant(milliseconds: 910)))
        #expect(outputs.all.compactMap(\.command).texts == ["Press 1 or 2.", "Press 1 or 2."])
        door.open()
        let end = await outputs.wait { if case .command("a", .end) = $0 { true } else { false } }
        #expect(end?.end?.how == .exit)
        #expect(outputs.all.compactMap(\.command).texts == ["Press 1 or 2.", "Press 1 or 2.", "You pressed 2."])
        #expect(try #require(records.all.first).duration >= CallDuration(milliseconds: 900))
        _ = await host.hangUpAll()
    }

    private struct Desk: Plugin {
        let manifest = PluginManifest(
            name: "desk", summary: "A desk.", methods: [PluginManifest.Method(name: "now", summary: "Says the time.")])
        let moments = Kept<WallClockTime>()
        let ended = Kept<String>()

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            moments.append([context.now])
            return [:]
        }

        func callEnded(_ context: PluginContext) async throws { ended.append([context.call]) }
    }

    @Test("a plugin's answer that came in time counts, and plugins know what time it is")
    func plugins() async throws {
        let flow = try FlowFolder([
            "main.vxml": """
            <form><object name='a' classid='method://desk/now'/><block><log>one</log></block>
            <object name='b' classid='method://desk/now'/><object name='c' classid='method://desk/now'/></form>
            """.vxml
        ])
        let (door, outputs, desk) = (Door(), Kept<CallOutput>(), Desk())
        var options = HostOptions.test(.real, plugins: [desk])
        options.lanes = 1
        let host = CallHost(options, room: door.room) { outputs.append($0) }
        door.shut()
        await host.post(Arrival("a", .call(.test(flow.uri()))))
        #expect(await outputs.wait { $0.command == .log(label: nil, text: "one") } != nil)
        try await Self.pause()
        #expect(outputs.all.count == 1)
        door.open()
        #expect(await outputs.wait { $0.end?.how == .exit } != nil)
        let moments = desk.moments.all
        #expect(moments.count == 3)
        #expect(moments[2].epochMilliseconds - moments[0].epochMilliseconds >= 250)
        _ = await host.hangUpAll()
    }

    @Test("plugins know of the end of a call whose end nobody has read")
    func farewell() async throws {
        let flow = try FlowFolder(["main.vxml": "<form><object name='a' classid='method://desk/now'/></form>".vxml])
        let (door, desk) = (Door(), Desk())
        let host = CallHost(.test(.real, plugins: [desk]), room: door.room)
        door.shut()
        await host.post(Arrival("a", .call(.test(flow.uri()))))
        #expect(await desk.ended.wait { $0 == "a" } != nil)
        door.open()
        _ = await host.hangUpAll()
    }

    @Test("when everything ends meanwhile, calls are hung up, plugins know of it, and no timer fires")
    func end() async throws {
        let flow = try FlowFolder([
            "main.vxml": .choice(filled: "Done.", noinput: "Silence.<reprompt/>").replacing(
                "<form id=\"start\">", with: "<form id=\"start\"><object name='o' classid='method://desk/now'/>"
            ).replacing("<prompt>Press", with: "<prompt timeout='60ms'>Press")
        ])
        let (door, outputs, desk) = (Door(), Kept<CallOutput>(), Desk())
        var options = HostOptions.test(.real, plugins: [desk])
        options.lanes = 2
        let host = CallHost(options, room: door.room) { outputs.append($0) }
        for number in 0..<10 { await host.post(Arrival("c\(number)", .call(.test(flow.uri())))) }
        while outputs.all.compactMap(\.command).texts.count < 10 { try await Task.sleep(for: .milliseconds(1)) }
        door.shut()
        try await Self.pause()
        for number in 10..<20 { await host.post(Arrival("c\(number)", .call(.test(flow.uri())))) }
        let silences = outputs.all.compactMap(\.command).texts.count
        let began = ContinuousClock.now
        door.giveUp()
        try await Self.pause()
        _ = await host.hangUpAll()
        #expect(ContinuousClock.now - began < .seconds(3))
        #expect(outputs.all.compactMap(\.command).texts.count == silences)
        #expect(outputs.all.filter { $0.end?.how == .hangup }.count == 20)
        #expect(desk.ended.all.count == 10)
    }
}
