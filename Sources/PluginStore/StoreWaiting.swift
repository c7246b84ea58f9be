import Foundation
import Synchronization

/// How those who write to a store wait for each other, and for how long at most.
final class StoreWaiting: Sendable {
    /// nil: nobody else can see the store.
    private let turn: WriteTurn?
    private let patience: Duration
    /// When whoever waits now has waited enough.
    private let end: Mutex<ContinuousClock.Instant>

    init(_ turn: WriteTurn?, atMost patience: Duration) {
        self.turn = turn
        self.patience = patience
        end = Mutex(.now + patience)
    }

    /// Does the work when it is this store's turn; one at a time, on a thread that may block.
    ///
    /// A process that was stopped may keep the queue from going on. So after half of the time the work begins without,
    /// and leaves it to SQLite whether it can be.
    func inTurn<T>(_ work: () throws -> T) rethrows -> T {
        end.withLock { $0 = .now + patience }
        let isOurs = turn?.take(within: patience / 2) ?? false
        defer { if isOurs { turn?.end() } }
        return try work()
    }

    /// Waits for a moment while SQLite's lock is another's. Sooner or later looks at moments when it is free: SQLite's own
    /// waiting looks less and less often.
    /// - Returns: false when the time is over.
    func goesOn() -> Bool {
        guard end.withLock({ .now < $0 }) else { return false }
        usleep(.random(in: 500...1500))
        return true
    }
}
