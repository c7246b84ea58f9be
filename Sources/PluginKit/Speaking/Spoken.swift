public import CallControl

/// Text that reads well aloud.
public enum Spoken {
    /// One by one: `1001` is `1 0 0 1`.
    public static func digits(_ text: String) -> String { text.map(String.init).joined(separator: " ") }

    /// One by one, with a pause after every so many: `12345678` is `1 2 3 4, 5 6 7 8` or `1 2 3 4，5 6 7 8`.
    public static func digits(
        _ text: String, pauseAfter count: Int, in language: SpokenLanguage = .english
    ) -> String {
        var groups: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            groups.append(digits(String(rest.prefix(count))))
            rest = rest.dropFirst(count)
        }
        return groups.joined(separator: language.choose(", ", "，"))
    }

    /// `Saturday, January 31`, `1月31日，星期六`, with the year unless it is this year.
    public static func day(
        _ day: CalendarDay, today: CalendarDay, in language: SpokenLanguage = .english
    ) -> String {
        let isThisYear = day.year == today.year
        switch language {
        case .english:
            let spoken = "\(weekdays[day.weekday - 1]), \(months[day.month - 1]) \(day.day)"
            return isThisYear ? spoken : "\(spoken), \(day.year)"
        case .chinese:
            let year = isThisYear ? "" : "\(day.year)年"
            return "\(year)\(day.month)月\(day.day)日，星期\(chineseWeekdays[day.weekday - 1])"
        }
    }

    /// `Monday`, `星期一`.
    /// - Parameter weekday: from 1, Monday, to 7.
    public static func weekday(_ weekday: Int, in language: SpokenLanguage) -> String {
        language.choose(weekdays[weekday - 1], "星期" + chineseWeekdays[weekday - 1])
    }

    /// `9 AM`, `12:30 PM`, `12 noon`; `上午9点`, `中午12点30分`.
    /// - Parameter minute: of the day, from 0 to 1439.
    public static func time(minute: Int, in language: SpokenLanguage) -> String {
        let (hour, rest) = (minute / 60 % 24, minute % 60)
        let onDial = (hour + 11) % 12 + 1
        let minutes = rest < 10 ? "0\(rest)" : "\(rest)"
        switch language {
        case .english:
            if rest == 0, onDial == 12 { return hour == 12 ? "12 noon" : "12 midnight" }
            return (rest == 0 ? "\(onDial)" : "\(onDial):\(minutes)") + (hour < 12 ? " AM" : " PM")
        case .chinese:
            return partOfDay(hour) + "\(hour == 0 ? 0 : onDial)点" + (rest == 0 ? "" : "\(minutes)分")
        }
    }

    private static func partOfDay(_ hour: Int) -> String {
        switch hour {
        case ..<6: "凌晨"
        case ..<12: "上午"
        case 12: "中午"
        case ..<18: "下午"
        default: "晚上"
        }
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let chineseWeekdays = ["一", "二", "三", "四", "五", "六", "日"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
