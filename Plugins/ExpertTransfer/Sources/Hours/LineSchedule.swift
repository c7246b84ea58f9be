import CallControl
import GRDB
import PluginKit

/// When a line is open: the hours of the week, and those of holidays in their place. Moments are seconds since 1970.
struct LineSchedule: Sendable {
    let zone: Zone
    let windows: [WeeklyWindow]
    private let holidays: [Holiday]

    init(zone: Zone, windows: [WeeklyWindow], holidays: [Holiday]) {
        self.zone = zone
        self.windows = windows
        self.holidays = holidays
    }

    /// The holiday that a day is. A line's own holidays go before those of all lines.
    func holiday(on day: CalendarDay) -> Holiday? { holidays(on: day).first }

    func isOpen(at moment: Int) -> Bool { hours(at: moment) != nil }

    /// When the hours end that this moment is in; nil when the line is closed, or open for a week and more.
    func closing(at moment: Int) -> Int? {
        guard let end = hours(at: moment)?.upperBound, end < moment + Self.week else { return nil }
        return end
    }

    /// The next moment after this at which the line opens; nil when there is none within a year.
    func opening(after moment: Int) -> Int? {
        for days in [8, 400] {
            let next = spans(around: moment, days: days).ranges.first { $0.lowerBound > moment }
            if let next { return next.lowerBound }
        }
        return nil
    }

    private func hours(at moment: Int) -> Range<Int>? {
        spans(around: moment, days: 8).ranges.first { $0.contains(moment) }
    }

    /// From the day before on: hours of its night may still last.
    private func spans(around moment: Int, days: Int) -> Spans {
        let today = zone.time(at: moment).day
        return Spans(
            (-1...days).flatMap { number in
                let day = today.adding(days: number)
                return windows(on: day).map { $0.span(on: day, zone) }
            })
    }

    private func windows(on day: CalendarDay) -> [WeeklyWindow] {
        let holidays = holidays(on: day)
        if holidays.isEmpty { return windows.filter { $0.comes(on: day, isHoliday: false) } }
        return holidays.compactMap(\.window)
    }

    private func holidays(on day: CalendarDay) -> [Holiday] {
        let all = holidays.filter { ($0.first...$0.last).contains(day) }
        let own = all.filter { $0.line != nil }
        return own.isEmpty ? all : own
    }

    private static let week = 7 * 86_400
}
