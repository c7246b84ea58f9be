import CallControl

/// Dates of header fields (RFC 9110 5.6.7): IMF-fixdate and, when read, the two obsolete forms.
enum HTTPDate {
    static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// nil when it is no date.
    /// - Parameter now: tells the century of a year with two digits.
    static func read(_ text: String, now: HTTPTime) -> HTTPTime? {
        let parts = text.split { " ,-".contains($0) }
        // The second half of an obsolete asctime date has the year last.
        let isAsctime = parts.count == 5
        guard isAsctime || (parts.count == 6 && parts[5].uppercased() == "GMT") else { return nil }
        let (day, month, year, time) =
            isAsctime ? (parts[2], parts[1], parts[4], parts[3]) : (parts[1], parts[2], parts[3], parts[4])
        guard let number = months.firstIndex(of: month.lowercased()), let dayOfMonth = Int(day),
            let written = Int(year), let seconds = secondsOfDay(time)
        else { return nil }
        let fullYear = year.count == 2 ? century(of: written, now: now) : written
        guard let date = CalendarDay(year: fullYear, month: number + 1, day: dayOfMonth) else { return nil }
        return HTTPTime(seconds: date.daysSince1970 * 86_400 + seconds)
    }

    /// A date that appears to be more than 50 years in the future lies in the past.
    private static func century(of year: Int, now: HTTPTime) -> Int {
        let current = CalendarDay(daysSince1970: now.seconds / 86_400).year
        let candidate = current / 100 * 100 + year
        return candidate > current + 50 ? candidate - 100 : candidate
    }

    /// Of `hh:mm:ss`; a leap second counts as the one before.
    static func secondsOfDay(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let numbers = parts.compactMap { $0.count <= 2 ? UInt8($0) : nil }
        guard numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] <= 60 else { return nil }
        return Int(numbers[0]) * 3600 + Int(numbers[1]) * 60 + min(Int(numbers[2]), 59)
    }
}
