import Synchronization

/// Counts events on their way to the lanes, and lets whoever brings more wait while there are too many.
final class Backlog: Sendable {
    private struct State {
        var count = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func enter() async {
        let hasRoom = state.withLock { state in
            state.count += 1
            return state.count <= limit
        }
        if !hasRoom { await waitForRoom() }
    }

    private func waitForRoom() async {
        await withCheckedContinuation { continuation in
            let hasRoom = state.withLock { state in
                if state.count > limit { state.waiting.append(continuation) }
                return state.count <= limit
            }
            if hasRoom { continuation.resume() }
        }
    }

    func leave() {
        let waiting = state.withLock { state in
            state.count -= 1
            guard state.count <= limit / 2 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
