import CallControl
import CallHosting
import Dispatch
import FlowTesting
import Synchronization

/// The books of all callers: where each is in the call, and how quickly it was answered.
final class Callers: Sendable {
    let steps: [Rehearsal.Step]
    let count: Int
    private let state: Mutex<State>
    private let news = DispatchSemaphore(value: 0)

    struct State {
        fileprivate(set) var callers: [Caller]
        /// Whether it is kept who has been answered.
        fileprivate var keepsAnswered = true
        fileprivate var answered: [Int] = []
        /// Whether somebody waits for news of that.
        fileprivate var isAwaited = false
        /// Calls that were begun.
        fileprivate(set) var begun = 0
        fileprivate(set) var tally = Tally()
    }

    /// What has come of all calls together.
    struct Tally {
        var finished = 0
        var failed = 0
        /// Commands that were as expected.
        var commands = 0
        /// What was wrong with the first that failed.
        var divergence: String?
        /// Keys that the flow answered itself, and those answered by a plugin.
        var keys = KeyTimes()
        var pluginKeys = KeyTimes()
    }

    init(_ rehearsal: Rehearsal, count: Int) {
        steps = rehearsal.steps
        self.count = count
        state = Mutex(State(callers: Array(repeating: Caller(), count: count)))
    }

    var tally: Tally { state.withLock { $0.tally } }

    var begun: Int { state.withLock { $0.begun } }

    /// From now on nobody asks for `takeAnswered`.
    func forgetAnswered() { state.withLock { $0.keepsAnswered = false } }

    /// The callers whose last step has been answered since the last time, one at least. Blocks its thread: until there
    /// are several, if there are many callers, because waking it for each would cost more than the calls themselves.
    func takeAnswered() -> [Int] {
        while true {
            let answered = state.withLock { state in
                state.isAwaited = state.answered.isEmpty
                defer { state.answered = [] }
                return state.answered
            }
            if !answered.isEmpty { return answered }
            _ = news.wait(timeout: .now() + .milliseconds(1))
        }
    }

    private var several: Int { min(16, max(1, count / 4)) }

    /// How many callers wait for an answer.
    var waiting: Int { state.withLock { state in state.callers.count { !$0.isDone(steps) } } }

    /// What a caller does next.
    /// - Parameter isWanted: whether the caller, as it stands, should do anything; a call that is over has not been
    ///   replaced by a new one then.
    func next(of caller: Int, if isWanted: (Caller, State) -> Bool) -> NextStep? {
        state.withLock { state in
            guard isWanted(state.callers[caller], state) else { return nil }
            return advance(caller, due: 0, &state)
        }
    }

    private func advance(_ caller: Int, due: UInt64, _ state: inout State) -> NextStep {
        if state.callers[caller].isFinished(steps) { state.callers[caller].beginAnew() }
        if state.callers[caller].next == 0 { state.begun += 1 }
        let step = state.callers[caller].advance(steps, due: due)
        let number = CallNumber(caller: caller, call: state.callers[caller].call)
        return NextStep(arrival: Arrival(number.id, step.event), isAnswered: !step.commands.isEmpty)
    }

    /// All listen to a prompt, for as long as `listening`, and each has begun at another moment before: else all would
    /// press their next keys at the same time.
    func beginListening(before now: UInt64, over listening: UInt64) {
        state.withLock { state in
            for caller in state.callers.indices {
                // A prime number mixes them, so that neighbours have begun far apart.
                let part = UInt64(caller * 7919 % count)
                state.callers[caller].listen(since: now - listening * part / UInt64(count))
            }
        }
    }

    /// What a caller does at that moment. Who listens to a prompt or waits for a plugin does nothing; what anything else
    /// has held up is done later, and counts from the moment at which it was due.
    /// - Parameter listening: how long a prompt is listened to, in nanoseconds.
    func nextOnTime(of caller: Int, due: UInt64, listening: UInt64 = 0) -> NextStep? {
        state.withLock { state in
            let next = state.callers[caller].next
            if next < steps.count, case .played = steps[next].event, due - state.callers[caller].due < listening {
                return nil
            }
            guard state.callers[caller].isDone(steps) else {
                if !state.callers[caller].isAtPlugin(steps) { state.callers[caller].delay(from: due) }
                return nil
            }
            return advance(caller, due: state.callers[caller].takeDelay() ?? due, &state)
        }
    }

    /// Takes in what the host has to say.
    func take(_ outputs: [CallOutput], at now: UInt64) {
        let isAwaited = state.withLock { state in
            for output in outputs {
                guard let number = CallNumber(output.callID), number.call == state.callers[number.caller].call else {
                    continue
                }
                // Who has been told of already is not told of again.
                guard !state.callers[number.caller].isDone(steps) else {
                    fail(number.caller, "something more: \(output)", &state)
                    continue
                }
                take(output, of: number.caller, at: now, &state)
                if state.callers[number.caller].isDone(steps) { state.keep(number.caller) }
            }
            return state.takeAwaited(several)
        }
        if isAwaited { news.signal() }
    }

    private func take(_ output: CallOutput, of caller: Int, at now: UInt64, _ state: inout State) {
        guard case .command(_, let command) = output else { return fail(caller, "\(output)", &state) }
        let step = steps[state.callers[caller].next - 1]
        switch state.callers[caller].take(command, steps) {
        case .divergence: return fail(caller, "after \(step.event): \(command)", &state)
        case .further: break
        case .first:
            guard case .keys = step.event, state.callers[caller].due > 0 else { break }
            let time = now - min(now, state.callers[caller].due)
            if step.invocations == 0 { state.tally.keys.record(time) } else { state.tally.pluginKeys.record(time) }
        }
        state.tally.commands += 1
        if state.callers[caller].isFinished(steps) { state.tally.finished += 1 }
    }

    private func fail(_ caller: Int, _ what: String, _ state: inout State) {
        guard !state.callers[caller].hasDiverged else { return }
        state.callers[caller].diverge()
        state.tally.failed += 1
        if state.tally.divergence == nil { state.tally.divergence = "a call went another way: \(what)" }
    }

    /// Those who wait for an answer still are given up.
    func failWaiting() {
        let isAwaited = state.withLock { state in
            for caller in state.callers.indices where !state.callers[caller].isDone(steps) {
                fail(caller, "no answer", &state)
                state.keep(caller)
            }
            return state.takeAwaited(several)
        }
        if isAwaited { news.signal() }
    }
}

extension Callers.State {
    fileprivate mutating func keep(_ caller: Int) {
        if keepsAnswered { answered.append(caller) }
    }

    /// Whether somebody is to be told, once, that there is news of so many callers.
    fileprivate mutating func takeAwaited(_ several: Int) -> Bool {
        guard isAwaited, answered.count >= several else { return false }
        isAwaited = false
        return true
    }
}

/// What a caller does, and whether anything will answer it.
struct NextStep {
    var arrival: Arrival
    var isAnswered: Bool
}

extension CallOutput {
    /// Whose output it is; empty: of no call.
    fileprivate var callID: String {
        switch self {
        case .command(let call, _), .wait(let call, _): call
        case .error(_, let call, _): call ?? ""
        }
    }
}
