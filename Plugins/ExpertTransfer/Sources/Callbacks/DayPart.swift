import CallControl
import PluginKit

/// A part of a day in which callers want to be called back.
enum DayPart: String, Codable, CaseIterable, Sendable {
    case morning, afternoon

    /// Minutes of the day.
    var minutes: Range<Int> {
        switch self {
        case .morning: 8 * 60..<12 * 60
        case .afternoon: 12 * 60..<18 * 60
        }
    }

    /// The first moment of it on that day, from now on, at which the line is open; the first one of all, if there is
    /// none, or if that part of the day is over.
    func moment(on day: CalendarDay, _ schedule: LineSchedule, now: Int) -> Int {
        let begins = schedule.zone.moment(day, minute: minutes.lowerBound)
        let ends = schedule.zone.moment(day, minute: minutes.upperBound)
        guard now < ends else { return begins }
        let first = max(now, begins)
        guard !schedule.isOpen(at: first), let opening = schedule.opening(after: first), opening < ends else {
            return first
        }
        return opening
    }

    /// `this morning`, `tomorrow afternoon`, `Monday, January 5, in the morning`; `明天上午`.
    func spoken(on day: CalendarDay, today: CalendarDay, _ language: SpokenLanguage) -> String {
        let inChinese = self == .morning ? "上午" : "下午"
        switch day {
        case today: return language.choose("this \(rawValue)", "今天\(inChinese)")
        case today.adding(days: 1): return language.choose("tomorrow \(rawValue)", "明天\(inChinese)")
        default:
            let day = Spoken.day(day, today: today, in: language)
            return language.choose("\(day), in the \(rawValue)", "\(day)，\(inChinese)")
        }
    }
}
