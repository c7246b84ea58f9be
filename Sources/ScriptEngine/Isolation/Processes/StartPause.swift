/// How long nothing is started after a start has failed: longer each time.
struct StartPause {
    private let range: ClosedRange<Duration>
    private var next: Duration
    private var end: ContinuousClock.Instant?

    init(_ range: ClosedRange<Duration>) {
        self.range = range
        next = range.lowerBound
    }

    func isOver(at now: ContinuousClock.Instant) -> Bool { end.map { $0 <= now } ?? true }

    /// A start has failed.
    mutating func begin(at now: ContinuousClock.Instant) {
        end = now + next
        next = min(next * 2, range.upperBound)
    }

    /// A start has succeeded.
    mutating func reset() { self = StartPause(range) }
}
