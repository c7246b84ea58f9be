public import CallControl

/// What the clocks of a place show.
public struct LocalTime: Hashable, Sendable {
    /// Which of two moments it is at which they show the same, when they go back.
    public enum Repetition: Hashable, Sendable {
        case first, second
    }

    public let day: CalendarDay
    /// Of the day, from 0 to 1439.
    public let minute: Int
    public let repetition: Repetition?

    /// `09:30`.
    public var hoursAndMinutes: String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
