import CallControl

/// Text that reads well aloud, in English.
enum Spoken {
    /// One by one: `1001` is `1 0 0 1`.
    static func digits(_ text: String) -> String { text.map(String.init).joined(separator: " ") }

    /// `Saturday, January 31`, with the year unless it is this year.
    static func day(_ day: CalendarDay, today: CalendarDay) -> String {
        let spoken = "\(weekdays[day.weekday - 1]), \(months[day.month - 1]) \(day.day)"
        return day.year == today.year ? spoken : "\(spoken), \(day.year)"
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
