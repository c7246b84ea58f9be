/// How long to wait before a program is started anew: longer each time that it ends without having answered anything.
struct RestartPause: Equatable {
    let range: ClosedRange<Duration>
    private var next: Duration
    private var notBefore: ContinuousClock.Instant?

    init(_ range: ClosedRange<Duration>) {
        self.range = range
        next = range.lowerBound
    }

    /// How long there is still to wait; zero or less: no longer.
    func remaining(at now: ContinuousClock.Instant) -> Duration { notBefore.map { $0 - now } ?? .zero }

    mutating func begin(at now: ContinuousClock.Instant) {
        notBefore = now + next
        next = min(next * 2, range.upperBound)
    }

    /// The program does its work.
    mutating func reset() { next = range.lowerBound }
}
