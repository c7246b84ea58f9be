import PluginKit

extension LineSchedule {
    /// The hours of the week: `Monday to Friday, 8 AM to 6 PM; Saturday, 9 AM to 1 PM`.
    func spokenWeek(_ language: SpokenLanguage) -> String {
        let week = (1...7).map { weekday in Self.joined(windows.filter { $0.weekday == weekday }) }
        if week.allSatisfy({ $0 == [0..<1440] }) { return language.choose("around the clock, every day", "全天二十四小时") }
        var parts: [String] = []
        var first = 0
        while first < 7 {
            let last = (first..<7).last { week[first...$0].allSatisfy { $0 == week[first] } } ?? first
            if !week[first].isEmpty {
                let hours = week[first].map { Self.spoken($0, language) }.joined(
                    separator: language.choose(" and ", "和"))
                parts.append(Self.spoken(first + 1, to: last + 1, language) + language.choose(", ", "，") + hours)
            }
            first = last + 1
        }
        return parts.joined(separator: language.choose("; ", "；"))
    }

    private static func joined(_ windows: [WeeklyWindow]) -> [Range<Int>] {
        Spans(windows.map { $0.begins..<$0.ends }).ranges
    }

    private static func spoken(_ hours: Range<Int>, _ language: SpokenLanguage) -> String {
        if hours == 0..<1440 { return language.choose("around the clock", "全天") }
        let begins = Spoken.time(minute: hours.lowerBound, in: language)
        let ends =
            hours.upperBound == 1440
            ? Moment.midnight(language) : Spoken.time(minute: hours.upperBound % 1440, in: language)
        return begins + language.choose(" to ", "到") + ends
    }

    private static func spoken(_ first: Int, to last: Int, _ language: SpokenLanguage) -> String {
        if first == last { return Spoken.weekday(first, in: language) }
        if (first, last) == (1, 7) { return language.choose("every day", "每天") }
        return [first, last].map { Spoken.weekday($0, in: language) }.joined(separator: language.choose(" to ", "到"))
    }
}
