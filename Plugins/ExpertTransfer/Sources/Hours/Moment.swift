import CallControl
import PluginKit
import PluginStore

/// A moment as a flow is told of it, on the clocks of a line.
struct Moment: Sendable {
    /// Seconds since 1970.
    let seconds: Int
    let zone: Zone

    /// RFC 3339, with the zone's offset.
    var rfc3339: String {
        WallClockTime(epochMilliseconds: seconds * 1000, zoneOffsetSeconds: zone.offset(at: seconds)).rfc3339
    }

    /// `today at 8 AM`, `tomorrow at 8 AM`, `Monday, January 5, at 8 AM`.
    func spoken(now: Int, _ language: SpokenLanguage) -> String {
        let local = zone.time(at: seconds)
        return spoken(local.day, local.spoken(language), now: now, language)
    }

    /// As the part of a day that it begins: `tomorrow morning`.
    func spoken(_ part: DayPart, now: Int, _ language: SpokenLanguage) -> String {
        part.spoken(on: zone.time(at: seconds).day, today: zone.time(at: now).day, language)
    }

    /// As a moment at which something ends: midnight belongs to the day that it ends.
    func spokenEnd(now: Int, _ language: SpokenLanguage) -> String {
        let local = zone.time(at: seconds)
        guard local.minute == 0 else { return spoken(now: now, language) }
        return spoken(local.day.adding(days: -1), Self.midnight(language), now: now, language)
    }

    /// The end of a day.
    static func midnight(_ language: SpokenLanguage) -> String { language.choose("12 midnight", "午夜12点") }

    private func spoken(_ day: CalendarDay, _ time: String, now: Int, _ language: SpokenLanguage) -> String {
        let today = zone.time(at: now).day
        switch day {
        case today: return language.choose("today at \(time)", "今天\(time)")
        case today.adding(days: 1): return language.choose("tomorrow at \(time)", "明天\(time)")
        default:
            let day = Spoken.day(day, today: today, in: language)
            return language.choose("\(day), at \(time)", "\(day)，\(time)")
        }
    }
}

extension MethodCall {
    /// A moment by the names of two fields: RFC 3339, and as it is said.
    func fields(_ name: String, _ moment: Int?, _ zone: Zone) -> JSONValue {
        guard let moment = moment.map({ Moment(seconds: $0, zone: zone) }) else { return [:] }
        return .object([
            .init(name, .string(moment.rfc3339)), .init(name + "Spoken", .string(moment.spoken(now: now, language))),
        ])
    }
}
