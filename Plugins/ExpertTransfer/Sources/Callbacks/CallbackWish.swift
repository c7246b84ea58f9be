import CallControl
import PluginKit
import PluginStore

/// When a caller wants to be called back.
enum CallbackWish: Sendable {
    /// As soon as possible.
    case soon
    /// Seconds since 1970; with a part of a day its first moment at which the line is open.
    case at(Int, DayPart? = nil)
    /// What was keyed in is no day or no time.
    case unreadable

    /// - Parameters:
    ///   - date: `today`, `tomorrow`, MMDD, YYYYMMDD or YYYY-MM-DD; nil: the next day that has this time.
    ///   - time: HHMM, HH:MM, `morning` or `afternoon`; nil: when the line opens on that day.
    init(date: String?, time: String?, _ schedule: LineSchedule, now: Int) {
        let today = schedule.zone.time(at: now).day
        let day = date.map { Self.day($0, today) }
        if let part = time.flatMap(DayPart.init) {
            self = Self.during(part, day, schedule, now: now)
            return
        }
        let minute = time.map(Self.minute)
        switch (day, minute) {
        case (nil, nil): self = .soon
        case (.some(nil), _), (_, .some(nil)): self = .unreadable
        case (let day??, let minute??): self = .at(schedule.zone.moment(day, minute: minute))
        case (let day??, nil):
            let begins = schedule.zone.moment(day, minute: 0)
            self = .at(day < today ? begins : Self.opening(from: max(now, begins), schedule))
        case (nil, let minute??):
            let moment = schedule.zone.moment(today, minute: minute)
            self = .at(moment > now ? moment : schedule.zone.moment(today.adding(days: 1), minute: minute))
        }
    }

    /// - Parameter day: nil: the next one on which that part is not over; nil within: one that cannot be read.
    private static func during(_ part: DayPart, _ day: CalendarDay??, _ schedule: LineSchedule, now: Int) -> Self {
        let local = schedule.zone.time(at: now)
        let next = local.minute < part.minutes.upperBound ? local.day : local.day.adding(days: 1)
        guard let day = day ?? next else { return .unreadable }
        return .at(part.moment(on: day, schedule, now: now), part)
    }

    private static func day(_ text: String, _ today: CalendarDay) -> CalendarDay? {
        switch text {
        case "today": today
        case "tomorrow": today.adding(days: 1)
        default: CalendarDay(keyed: text, from: today)
        }
    }

    /// The first moment of that day from then on at which the line is open; that moment itself when there is none.
    private static func opening(from moment: Int, _ schedule: LineSchedule) -> Int {
        let day = schedule.zone.time(at: moment).day
        guard !schedule.isOpen(at: moment), let opening = schedule.opening(after: moment),
            schedule.zone.time(at: opening).day == day
        else { return moment }
        return opening
    }

    /// The minute of the day of `1430` or `14:30`.
    private static func minute(_ text: String) -> Int? {
        let digits = text.split(separator: ":", omittingEmptySubsequences: false).joined()
        guard text.utf8.count - digits.utf8.count <= 1, digits.utf8.count == 4,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), number % 100 < 60,
            number / 100 < 24
        else { return nil }
        return number / 100 * 60 + number % 100
    }
}

extension CallbackWish {
    /// The moment wished for, seconds since 1970; nil: as soon as possible.
    var moment: Int? {
        if case .at(let moment, _) = self { moment } else { nil }
    }

    /// The part of the day that was wished for.
    var part: DayPart? {
        if case .at(_, let part) = self { part } else { nil }
    }

    /// Why nobody can call back then; nil when somebody can.
    func refusal(_ call: MethodCall, _ schedule: LineSchedule) -> JSONValue? {
        switch self {
        case .soon: return nil
        case .unreadable: return .outcome("badTime")
        case .at(let moment, _):
            let today = schedule.zone.time(at: call.now).day
            if moment < call.now { return .outcome("past") }
            if schedule.zone.time(at: moment).day > today.adding(days: call.settings.callbackDays) {
                return .outcome("tooLate")
            }
            if schedule.isOpen(at: moment) || schedule.windows.isEmpty { return nil }
            return .outcome("closed") + call.fields("opens", schedule.opening(after: moment), schedule.zone)
        }
    }
}
