import Synchronization

/// Waits for work to be done, but not longer than a limit. Not a task group, which would wait for its last task.
package enum TimeLimit {
    /// The result of the work, or nil when the limit has passed before; the work then goes on unheard.
    package static func of<Success: Sendable>(
        _ limit: Duration, work: @escaping @Sendable () async -> Success
    ) async -> Success? {
        let first = FirstOf<Success?>()
        let timer = Task {
            try await Task.sleep(for: limit)
            first.give(nil)
        }
        defer { timer.cancel() }
        Task { first.give(await work()) }
        return await first.wait()
    }
}

/// The first of several values that are given.
private final class FirstOf<Value: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Value, Never>)
        case given(Value)
    }

    private let state = Mutex(State.open)

    func wait() async -> Value {
        await withCheckedContinuation { continuation in
            let given: Value? = state.withLock { state in
                if case .given(let value) = state { return value }
                state = .awaited(continuation)
                return nil
            }
            if let given { continuation.resume(returning: given) }
        }
    }

    func give(_ value: Value) {
        let waiting: CheckedContinuation<Value, Never>? = state.withLock { state in
            defer { if case .given = state {} else { state = .given(value) } }
            if case .awaited(let continuation) = state { return continuation }
            return nil
        }
        waiting?.resume(returning: value)
    }
}
