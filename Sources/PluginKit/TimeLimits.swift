import CallControl
import Dispatch
import HeapModule
import Synchronization

/// Tells when time limits have passed. One timer serves all of them, nearly all of which are called off: a sleeping task
/// for each would stay in memory until its time.
final class TimeLimits: Sendable {
    static let shared = TimeLimits()

    /// A limit that can be called off.
    struct Limit { fileprivate let number: Int }

    private struct Due: Comparable {
        let nanoseconds: UInt64
        let number: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.nanoseconds, left.number) < (right.nanoseconds, right.number)
        }
    }

    private struct State {
        /// What to do when a limit passes; those called off are not here.
        var actions: [Int: @Sendable () -> Void] = [:]
        var due: Heap<Due> = []
        var begun = 0
        /// When the timer rings; nil: it is not set.
        var alarm: UInt64?
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "time limits")

    /// Begins a limit.
    /// - Parameter action: done when it passes, unless it is called off before. It must be quick.
    func begin(_ limit: CallDuration, _ action: @escaping @Sendable () -> Void) -> Limit {
        let now = DispatchTime.now().uptimeNanoseconds
        // A hundred years: beyond any process, below any overflow.
        let due = now + UInt64(min(limit.milliseconds, 3_155_760_000_000)) * 1_000_000
        let (number, isFirst) = state.withLock { state in
            state.begun += 1
            state.actions[state.begun] = action
            state.due.insert(Due(nanoseconds: due, number: state.begun))
            let isFirst = due < state.alarm ?? .max
            if isFirst { state.alarm = due }
            return (state.begun, isFirst)
        }
        if isFirst { ring(at: due) }
        return Limit(number: number)
    }

    /// Calls off a limit.
    func end(_ limit: Limit) { state.withLock { $0.actions[limit.number] = nil } }

    private func ring(at moment: UInt64) {
        queue.asyncAfter(deadline: DispatchTime(uptimeNanoseconds: moment)) { self.pass(moment) }
    }

    /// Does what is due, and sets the timer for what is due next.
    private func pass(_ moment: UInt64) {
        let now = DispatchTime.now().uptimeNanoseconds
        let (actions, next) = state.withLock { state in
            var actions: [@Sendable () -> Void] = []
            // The timer was set for an earlier moment since, and then for what came after.
            guard state.alarm == moment else { return (actions, nil as UInt64?) }
            while let due = state.due.min, due.nanoseconds <= now || state.actions[due.number] == nil {
                if let action = state.actions.removeValue(forKey: due.number) { actions.append(action) }
                state.due.removeMin()
            }
            let next = state.due.min?.nanoseconds
            state.alarm = next
            return (actions, next)
        }
        for action in actions { action() }
        if let next { ring(at: next) }
    }
}
