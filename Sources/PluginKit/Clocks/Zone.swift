public import CallControl
import Foundation

/// The clocks of a place: a time zone of the IANA database, with its daylight saving. Moments are seconds since 1970.
public struct Zone: Hashable, Sendable {
    private let timeZone: TimeZone

    /// nil when there is no such zone.
    public init?(_ identifier: String) {
        guard identifier.contains("/") || identifier == "UTC", let timeZone = TimeZone(identifier: identifier) else {
            return nil
        }
        self.timeZone = timeZone
    }

    /// What clocks show at a moment.
    public func time(at moment: Int) -> LocalTime {
        let local = moment + offset(at: moment)
        let days = local >= 0 ? local / Self.day : (local + 1) / Self.day - 1
        return LocalTime(
            day: CalendarDay(daysSince1970: days), minute: (local - days * Self.day) / 60,
            repetition: repetition(at: moment))
    }

    /// The first moment at which clocks show that time of that day, or a later one.
    ///
    /// When clocks go back, a time that they show twice is the first of the two. When they go forward, a time that
    /// they leave out is the moment of the change. So what follows upon each other by the clock does so in truth.
    /// - Parameter minute: of the day, from 0; 1440 is the end of the day.
    public func moment(_ day: CalendarDay, minute: Int) -> Int {
        let local = day.daysSince1970 * Self.day + minute * 60
        let before = offset(at: local - Self.day)
        let first = local - before
        if offset(at: first) == before { return first }
        let change = change(between: local - Self.day, and: local + Self.day)
        return max(change, local - offset(at: change))
    }

    /// Seconds east of UTC.
    public func offset(at moment: Int) -> Int {
        timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
    }

    /// The first moment with another offset than `start`; there is a change of the clocks before `end`.
    private func change(between start: Int, and end: Int) -> Int {
        let before = offset(at: start)
        var (low, high) = (start, end)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(at: middle) == before { low = middle } else { high = middle }
        }
        return high
    }

    private func repetition(at moment: Int) -> LocalTime.Repetition? {
        let now = offset(at: moment)
        let (before, after) = (offset(at: moment - Self.day), offset(at: moment + Self.day))
        if now == before, now > after, offset(at: moment + now - after) == after { return .first }
        if now == after, now < before, offset(at: moment + now - before) == before { return .second }
        return nil
    }

    private static let day = 86_400
}
