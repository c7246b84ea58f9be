import CallControl
import Expressions

/// All of a session that can change what comes next: two sessions in the same situation answer the same events by the
/// same commands, but for the numbers in them. Times count from now, ids are left out, counters stop at the highest
/// count that any handler or prompt of the document asks for. What a script makes of the date is not part of it, nor how
/// long the call may still last.
public struct Situation: Hashable, Sendable {
    private let state: SessionState
    private let heap: CanonicalHeap
    private let timers: [TimerKind: CallDuration]

    init(_ original: SessionState) {
        heap = original.heap.canonical(roots: original.roots)
        timers = original.timers.relative(to: original.now)
        var state = original
        state.forgetPlaces()
        state.forgetNumbers()
        for index in state.contexts.indices { state.contexts[index].normalize() }
        self.state = state
    }
}

extension Session {
    /// What the call can still become.
    public var situation: Situation { Situation(state) }
}

extension SessionState {
    /// Leaves out where objects lie: the canonical heap knows.
    fileprivate mutating func forgetPlaces() {
        heap = Heap()
        sessionScope = HeapReference(index: 0)
    }

    /// Leaves out ids, times and what only a journal wants to know.
    fileprivate mutating func forgetNumbers() {
        call?.start = .virtualEpoch
        let instant = now
        now = .start
        timers.stopAll()
        serials = Serials()
        scripts = ScriptMeter()
        path = []
        abandoned = Abandoned()
        budget.steps = 0
        prompts.forgetNumbers(before: instant)
        keys.forgetOrdinals()
        control.forgetNumbers()
    }
}

extension PromptQueue {
    fileprivate mutating func forgetNumbers(before now: CallInstant) {
        for index in playing.indices { playing[index].id = PromptID(rawValue: index) }
        mark?.count(from: now)
    }
}

extension PassedMark {
    /// Times as they are seen from now.
    fileprivate mutating func count(from now: CallInstant) {
        at = CallInstant.start + (at - now)
        end = end.map { CallInstant.start + ($0 - now) }
    }
}

extension Control {
    fileprivate mutating func forgetNumbers() {
        switch self {
        case .fetching(var fetch):
            fetch.id = FetchID(rawValue: 0)
            fetch.audio?.forgetNumbers()
            self = .fetching(fetch)
        case .invoking(var invocation):
            invocation.id = InvocationID(rawValue: 0)
            self = .invoking(invocation)
        case .transferring(var transfer):
            transfer.id = TransferID(rawValue: 0)
            self = .transferring(transfer)
        case .recording(var recording):
            recording.id = RecordID(rawValue: 0)
            self = .recording(recording)
        case .executing, .idle, .selecting, .collecting, .ended:
            break
        }
    }
}

extension FetchAudio {
    fileprivate mutating func forgetNumbers() {
        switch phase {
        case .beginning: phase = .beginning(PromptID(rawValue: 0))
        case .playing: phase = .playing(PromptID(rawValue: 0))
        case .delayed, .due, .ended: break
        }
    }
}

extension ExecutionContext {
    fileprivate mutating func normalize() {
        let nowhere = HeapReference(index: 0)
        applicationScope = nowhere
        documentScope = nowhere
        dialogScope = dialogScope.map { _ in nowhere }
        form.unnamed = form.unnamed.mapValues { $0 == .undefined ? .undefined : .null }
        form.promptCounts = form.promptCounts.mapValues { min($0, highestCount) }
        form.eventCounts = form.eventCounts.mapValues { $0.mapValues { min($0, highestCount) } }
        invocation?.parameters = []
    }
}
