import CallControl
import Diagnostics
import FormInterpreter
import Testing

/// What holds for every flow and every caller.
@Suite("Properties of every call")
struct PropertyTests {
    private static let seeds = Array(UInt64(0)..<60)

    private static func call(_ seed: UInt64) -> TestCall {
        var generator = FlowGenerator(seed: seed)
        return TestCall(["main.vxml": generator.document()])
    }

    @Test("a hang-up at every step ends the call, once", arguments: seeds)
    func hangUpAtEveryStep(_ seed: UInt64) {
        var call = Self.call(seed)
        #expect(call.library.diagnostics.filter { $0.refusesDocument }.isEmpty)
        for step in Step.stream(seed: seed, length: 30) {
            var gone = call
            if !gone.session.isEnded { gone.hangUp() }
            for _ in 0..<3 where !gone.session.isEnded { gone.hangUp() }
            #expect(gone.ends == 1)
            call.perform(step)
        }
    }

    @Test("a session put through its encoded form at every step behaves as before", arguments: seeds)
    func encodeAtEveryStep(_ seed: UInt64) throws {
        var call = Self.call(seed)
        var recoded = Self.call(seed)
        for step in Step.stream(seed: seed, length: 40) {
            try recoded.recode()
            call.perform(step)
            recoded.perform(step)
        }
        #expect(call.commands == recoded.commands)
        #expect(call.session == recoded.session)
    }

    @Test("a copy goes its own way, and the same way when the same happens to it", arguments: seeds)
    func copyAndDiverge(_ seed: UInt64) {
        var call = Self.call(seed)
        let steps = Step.stream(seed: seed, length: 40)
        for step in steps.prefix(15) { call.perform(step) }
        var copy = call
        var other = call
        for step in Step.stream(seed: seed &+ 1, length: 15) { other.perform(step) }
        for step in steps.dropFirst(15) {
            call.perform(step)
            copy.perform(step)
        }
        #expect(call.commands == copy.commands)
        #expect(call.session.situation == copy.session.situation)
    }

    @Test("a burst of keys does what the same keys do one by one at one moment", arguments: seeds)
    func burst(_ seed: UInt64) {
        var single = Self.call(seed)
        var burst = single
        let keys = Step.stream(seed: seed, length: 30).compactMap { step -> DTMFKey? in
            if case .keys(let text) = step { text.first.flatMap { DTMFKey($0) } } else { nil }
        }
        for key in keys where !single.session.isEnded { single.send(.keys([key])) }
        if !burst.session.isEnded { burst.send(.keys(keys)) }
        #expect(single.commands == burst.commands)
    }

    @Test("any event in any state is handled or refused, and what is refused changes nothing", arguments: seeds)
    func anyEvent(_ seed: UInt64) {
        let events: [CallEvent] = [
            .call(CallStart(from: "tel:1", to: "tel:2", flow: "file:///x")), .keys([.one, .pound]),
            .mark(PromptID(rawValue: 1), name: "m"), .played(PromptID(rawValue: 2)),
            .recorded(RecordID(rawValue: 1), RecordingOutcome(duration: .zero)),
            .transferred(TransferID(rawValue: 1), TransferOutcome(.busy)),
            .returned(InvocationID(rawValue: 1), .result(.null)),
            .fetched(FetchID(rawValue: 1), .failed(event: "error.badfetch", message: "")), .scriptLimit(evaluation: 1),
            .hangup(reason: nil),
        ]
        var call = Self.call(seed)
        for step in Step.stream(seed: seed, length: 25) {
            for event in events {
                var copy = call
                _ = copy.attempt(event)
                #expect(copy.ends <= 1)
            }
            call.perform(step)
        }
    }
}
