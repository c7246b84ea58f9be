/// How many lines of a program's output go to the log: a program that writes without end must not fill it.
struct LogAllowance {
    /// At once, after a silence.
    static let most = 100
    /// Regained in a second.
    static let perSecond = 10.0

    private var left = Double(most)
    private var last: ContinuousClock.Instant?
    /// Not logged since the last one that was.
    private(set) var leftOut = 0

    /// Whether one more line may be logged.
    mutating func admits(at now: ContinuousClock.Instant) -> Bool {
        if let last { left = min(Double(Self.most), left + (now - last) / .seconds(1) * Self.perSecond) }
        last = now
        if left < 1 {
            leftOut += 1
            return false
        }
        left -= 1
        return true
    }

    /// How many lines have been left out, which is told now.
    mutating func takeLeftOut() -> Int {
        defer { leftOut = 0 }
        return leftOut
    }
}
