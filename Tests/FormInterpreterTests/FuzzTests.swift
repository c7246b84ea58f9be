import CallControl
import Diagnostics
import FormInterpreter
import Foundation
import Testing

/// Flows and callers at random: some ten thousand events; a million where time is no matter.
@Suite("Any flow and any caller")
struct FuzzTests {
    private static let flows = ProcessInfo.processInfo.environment["DIALTONE_SOAK"] == nil ? 100 : 10_000

    @Test("every call goes on until it ends, once")
    func calls() {
        for seed in 0..<UInt64(Self.flows) {
            var generator = FlowGenerator(seed: seed &* 7919)
            var call = TestCall(["main.vxml": generator.document()])
            for step in Step.stream(seed: seed, length: 100) { call.perform(step) }
            for _ in 0..<3 where !call.session.isEnded { call.hangUp() }
            #expect(call.ends == 1, "seed \(seed)")
        }
    }
}
