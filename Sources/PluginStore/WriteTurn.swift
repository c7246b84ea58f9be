import Dispatch
import Foundation
import Synchronization

/// Whose turn it is to write to a file that several stores share, of this process and of others: first come, first served.
///
/// SQLite alone gives the file to whoever looks when it happens to be free, so that one can look in vain for seconds while
/// others write again and again. Here all wait for `next`; who has that waits alone for `now`, and gives `next` on. Nobody
/// can be overtaken by one who comes back, as with a single lock, which is free for a moment until its waiter wakes.
///
/// It makes writing fair, nothing else: what keeps writers apart is SQLite's own lock.
final class WriteTurn: Sendable {
    private let next: FileLock
    private let now: FileLock
    /// Where somebody waits in the queue, which the system does without a time limit.
    private let queue = DispatchQueue(label: "dialtone.store.turn", qos: .userInitiated)
    private let came = DispatchSemaphore(value: 0)
    private let state = Mutex(State.away)

    private enum State {
        /// Nobody here wants to write.
        case away
        /// Someone here waits.
        case waiting
        /// Someone here has waited, and has given up. The place in the queue is kept until it is at the front.
        case abandoned
        case ours
    }

    /// - Parameter folder: made here; nil when it cannot be.
    init?(folder: String) {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard let next = FileLock(folder + "/next"), let now = FileLock(folder + "/now") else { return nil }
        (self.next, self.now) = (next, now)
    }

    /// Waits for the turn, on a thread that may block; one at a time.
    /// - Returns: whether it came in time.
    func take(within patience: Duration) -> Bool {
        state.withLock { state in
            switch state {
            case .abandoned: state = .waiting
            case .waiting, .ours: break
            case .away:
                if takeNow() {
                    state = .ours
                    came.signal()
                } else {
                    state = .waiting
                    queue.async { self.wait() }
                }
            }
        }
        if came.wait(timeout: .now() + patience.seconds) == .success { return true }
        return state.withLock { state in
            // It may have come in this moment.
            if state == .ours { return came.wait(timeout: .now()) == .success }
            state = .abandoned
            return false
        }
    }

    /// The next one's turn.
    func end() {
        state.withLock { $0 = .away }
        now.unlock()
    }

    /// - Returns: false when somebody else writes or waits; the place at the front may be taken then.
    private func takeNow() -> Bool {
        guard next.tryLock(), now.tryLock() else { return false }
        next.unlock()
        return true
    }

    private func wait() {
        next.lock()
        now.lock()
        next.unlock()
        state.withLock { state in
            if state == .waiting {
                state = .ours
                came.signal()
            } else {
                state = .away
                now.unlock()
            }
        }
    }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
}
