import CallControl
import CallHosting
import Testing

/// What observers and records are told.
@Suite struct ObserverTests {
    private final class Listener: CallObserver {
        let lines = Kept<String>()

        func record(call: String, event: CallEvent, at: CallInstant, isSensitive: Bool) {
            switch event {
            case .call: lines.append(["call"])
            case .keys(let keys): lines.append([isSensitive ? "secret" : "keys \(keys.text)"])
            case .fetched: lines.append(["fetched"])
            case .played: lines.append(["played"])
            default: lines.append(["other"])
            }
        }

        func record(call: String, command: CallCommand, at: CallInstant) {
            switch command {
            case .fetch: lines.append(["fetch"])
            case .play: lines.append(["play"])
            case .end: lines.append(["end"])
            default: lines.append(["other"])
            }
        }

        func ended(_ record: CallRecord) { lines.append(["ended"]) }
    }

    @Test func anObserverSeesEverythingInOrder() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let listener = Listener()
        var options = HostOptions.test()
        options.observer = listener
        let call = VirtualCall(CallHost(options))
        _ = await call.send(.call(.test(flow.uri())))
        _ = await call.send(.keys([.one]))
        #expect(
            listener.lines.all == ["call", "fetch", "fetched", "play", "played", "keys 1", "play", "end", "ended"])
    }

    @Test("56 an observer is told which keys are those of a sensitive field")
    func sensitiveKeys() async throws {
        let secret = """
            <form><field name="pin" type="digits?length=2"><property name="dialtone.sensitive" value="true"/>
            <prompt>Your PIN.</prompt></field><block><exit/></block></form>
            """.vxml
        let flow = try FlowFolder(["main.vxml": .choice(filled: "<goto next='pin.vxml'/>"), "pin.vxml": secret])
        let listener = Listener()
        let records = Kept<CallRecord>()
        var options = HostOptions.test()
        options.observer = listener
        options.onEnd = { records.append([$0]) }
        let call = VirtualCall(CallHost(options))
        _ = await call.send(.call(.test(flow.uri())))
        for key in [DTMFKey.one, .five, .six] { _ = await call.send(.keys([key])) }
        #expect(listener.lines.all.filter { $0.hasPrefix("keys") || $0 == "secret" } == ["keys 1", "secret", "secret"])
        #expect(records.all.first?.sensitiveKeys == [1, 2])
    }

    @Test func theRecordTellsPartiesTimesAndPath() async throws {
        let flow = try FlowFolder([
            "main.vxml": .choice(filled: "<goto next='#second'/>").replacing(
                "</vxml>", with: "<form id='second'><block><exit/></block></form></vxml>")
        ])
        let records = Kept<CallRecord>()
        var options = HostOptions.test()
        options.onEnd = { records.append([$0]) }
        let call = VirtualCall(CallHost(options), id: "x")
        _ = await call.send(.call(.test(flow.uri())))
        _ = await call.send(.keys([.one]), at: CallInstant(milliseconds: 1234))
        let record = try #require(records.all.first)
        #expect(record.call == "x")
        #expect(record.start.from == "tel:1")
        #expect(record.duration == CallDuration(milliseconds: 1234))
        #expect(record.path == ["main.vxml#start", "main.vxml#second"])
        #expect(record.end.how == .exit)
    }
}
