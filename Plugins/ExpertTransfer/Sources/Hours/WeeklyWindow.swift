import CallControl
import GRDB
import PluginKit

/// A stretch of clock time that comes every week.
struct WeeklyWindow: Decodable, FetchableRecord, Hashable, Sendable {
    /// 1 is Monday, 7 is Sunday; 0 is every holiday of the line.
    let weekday: Int
    /// Minutes of the day.
    let begins: Int
    /// Minutes of that day; over 1440: of the next.
    let ends: Int
    /// The days from which on and up to which it comes; nil: no bound.
    let first: CalendarDay?
    let last: CalendarDay?

    init(weekday: Int, begins: Int, ends: Int, first: CalendarDay? = nil, last: CalendarDay? = nil) {
        self.weekday = weekday
        self.begins = begins
        self.ends = ends
        self.first = first
        self.last = last
    }

    /// Whether it begins on a day.
    func comes(on day: CalendarDay, isHoliday: Bool) -> Bool {
        guard weekday == day.weekday || weekday == 0 && isHoliday else { return false }
        return first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
    }

    /// From when to when, seconds since 1970, on the day on which it begins.
    func span(on day: CalendarDay, _ zone: Zone) -> Range<Int> {
        let start = zone.moment(day, minute: begins)
        let end = ends <= 1440 ? zone.moment(day, minute: ends) : zone.moment(day.adding(days: 1), minute: ends - 1440)
        return start..<max(start, end)
    }
}

extension [WeeklyWindow] {
    /// Whether one of them is on at a moment; one that began the day before may be.
    func contain(_ moment: Int, _ zone: Zone, isHoliday: (CalendarDay) -> Bool) -> Bool {
        let today = zone.time(at: moment).day
        return [today.adding(days: -1), today].contains { day in
            contains { $0.comes(on: day, isHoliday: isHoliday(day)) && $0.span(on: day, zone).contains(moment) }
        }
    }
}
