public import CallControl
public import CallHosting
import Synchronization

/// A transcript's call as a gateway would bring it about: each event, and the commands that answer it. It is made once,
/// on the virtual clock, and can then be repeated very often.
public struct Rehearsal: Sendable {
    public struct Step: Sendable {
        /// The call itself, one key, the end of a prompt, or the hang-up.
        public var event: CallEvent
        /// All that the gateway is told before the call rests again.
        public var commands: [CallCommand]
        /// How many invocations of plugins lie between the two.
        public var invocations: Int

        public init(event: CallEvent, commands: [CallCommand], invocations: Int) {
            self.event = event
            self.commands = commands
            self.invocations = invocations
        }
    }

    public var steps: [Step]

    public init(steps: [Step]) { self.steps = steps }

    /// How many keys are pressed.
    public var keyCount: Int {
        steps.count { if case .keys = $0.event { true } else { false } }
    }

    public var invocationCount: Int { steps.reduce(0) { $0 + $1.invocations } }
}

extension TranscriptRunner {
    /// Makes the call of a transcript key by key.
    /// - Throws: `RehearsalError` when the transcript has more than keys and a hang-up, or the call goes another way;
    ///   `TranscriptSetupError` when it cannot even be begun.
    public func rehearse(_ transcript: Transcript, flow: FlowLocation) async throws -> Rehearsal {
        try transcript.requireKeysOnly()
        let watch = InvocationWatch()
        let (call, run) = try await call(transcript, flow: flow, isKeyByKey: true, observer: watch)
        guard run.differences.isEmpty else { throw RehearsalError(differences: run.differences) }
        let invocations = watch.counts
        return Rehearsal(
            steps: call.exchanges.enumerated().map { index, exchange in
                Rehearsal.Step(
                    event: exchange.event, commands: exchange.commands, invocations: invocations[index, default: 0])
            })
    }
}

/// A transcript that cannot be repeated.
public struct RehearsalError: Error, Hashable, Sendable, CustomStringConvertible {
    public var differences: [Difference]

    public var description: String { differences.map(\.description).joined(separator: "\n") }
}

extension Transcript {
    fileprivate func requireKeysOnly() throws(RehearsalError) {
        for line in lines {
            switch line.content {
            case .remark, .header, .expectation, .action(.keys), .action(.hangup): continue
            case .action(.silence), .action(.transfer), .action(.recording), .answer:
                let message = "a call that is to be repeated consists of keys and a hang-up only"
                throw RehearsalError(differences: [Difference(line: line.number, message: message)])
            }
        }
    }
}

/// Counts the invocations of plugins by the event of the gateway that led to them.
private final class InvocationWatch: CallObserver {
    private struct State {
        var events = 0
        var counts: [Int: Int] = [:]
    }

    private let state = Mutex(State())

    /// By the ordinal of the event, from 0.
    var counts: [Int: Int] { state.withLock { $0.counts } }

    func record(call: String, event: CallEvent, at: CallInstant, isSensitive: Bool) {
        switch event {
        case .call, .keys, .played, .hangup: state.withLock { $0.events += 1 }
        default: break
        }
    }

    func record(call: String, command: CallCommand, at: CallInstant) {
        guard case .invoke = command else { return }
        state.withLock { $0.counts[$0.events - 1, default: 0] += 1 }
    }

    func ended(_ record: CallRecord) {}
}
