import Synchronization

/// The moment at which the other side is known to be gone.
final class Departure: Sendable {
    private enum State {
        case here([CheckedContinuation<Void, Never>])
        case gone
    }

    private let state = Mutex(State.here([]))

    func happen() {
        let waiting = state.withLock { state in
            guard case .here(let waiting) = state else { return [CheckedContinuation<Void, Never>]() }
            state = .gone
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isGone = state.withLock { state in
                guard case .here(let waiting) = state else { return true }
                state = .here(waiting + [continuation])
                return false
            }
            if isGone { continuation.resume() }
        }
    }
}
