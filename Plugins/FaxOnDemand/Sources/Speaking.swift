import CallControl
import PluginKit
import PluginStore

extension Zone {
    /// The time as RFC 3339 writes it.
    /// - Parameter moment: in milliseconds since 1970.
    func rfc3339(_ moment: Int) -> String {
        let seconds = moment / 1000
        let time = time(at: seconds)
        let local = time.day.daysSince1970 * 86_400 + time.minute * 60 + seconds % 60
        return WallClockTime(epochMilliseconds: seconds * 1000, zoneOffsetSeconds: local - seconds).rfc3339
    }
}

extension MethodCall {
    /// `8 AM`, or with the day, when it is another than today's: `Monday, January 5, at 8 AM`.
    /// - Parameter moment: in milliseconds since 1970.
    func spokenTime(_ moment: Int) -> String {
        let (day, time) = dayAndTime(moment)
        return day.map { language.choose("\($0), at \(time)", "\($0)，\(time)") } ?? time
    }

    /// The same as a part of a sentence: `at 8 AM`, `on Monday, January 5, at 8 AM`.
    fileprivate func phrase(_ moment: Int) -> String {
        let prefix = dayAndTime(moment).day == nil ? "at " : "on "
        return language.choose(prefix, "") + spokenTime(moment)
    }

    private func dayAndTime(_ moment: Int) -> (day: String?, time: String) {
        let time = settings.zone.time(at: moment / 1000)
        let today = settings.zone.time(at: now).day
        let day = time.day == today ? nil : Spoken.day(time.day, today: today, in: language)
        return (day, time.spoken(language))
    }
}

extension FaxJob {
    /// How it stands, as a sentence or two.
    func sentence(_ call: MethodCall) -> String {
        let language = call.language
        let isDue = due <= call.moment
        let (next, began) = (call.phrase(due), call.phrase(since))
        let why = cause?.sentence(language) ?? ""
        switch state {
        case .waiting where isDue: return language.choose("The fax will be sent in a moment.", "传真马上就要发送。")
        case .waiting: return language.choose("The fax will be sent \(next).", "传真将于\(next)发送。")
        case .retrying where isDue:
            return why + language.choose("The fax will be sent again in a moment.", "传真马上就要重新发送。")
        case .retrying:
            return why + language.choose("The fax will be sent again \(next).", "传真将于\(next)重新发送。")
        case .sending: return language.choose("The fax is being sent.", "传真正在发送。")
        case .sent:
            return language.choose(
                "The fax was sent \(began), with \(pages) pages.", "传真已于\(began)发送，共\(pages)页。")
        case .failed:
            return language.choose("The fax could not be sent. \(why)", "传真未能发送。\(why)")
                .trimmingSpace
        case .cancelled: return language.choose("The fax was cancelled \(began).", "传真已于\(began)取消。")
        }
    }
}

extension Cause {
    fileprivate func sentence(_ language: SpokenLanguage) -> String {
        switch self {
        case .busy: language.choose("The line was busy. ", "线路忙。")
        case .noAnswer: language.choose("Nobody answered. ", "无人应答。")
        case .line: language.choose("There was no fax machine, or the connection broke off. ", "对方没有传真机，或者连接中断。")
        case .server: language.choose("The fax service was out of order. ", "传真服务暂时不可用。")
        case .document: language.choose("A document could not be made ready. ", "文件无法处理。")
        case .expired: language.choose("It could not be sent in time. ", "未能按时发送。")
        }
    }
}

extension String {
    fileprivate var trimmingSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}
