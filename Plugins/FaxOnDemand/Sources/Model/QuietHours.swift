import CallControl
import PluginKit
import PluginStore

/// The hours of the day in which nothing is sent.
struct QuietHours: Sendable {
    /// Minutes of the day; what ends before it begins goes over midnight.
    private let begins: Int
    private let ends: Int

    /// - Returns: nil when there are none.
    init?(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        guard let text = try configuration.string("quiet") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { SeedLine.minute(String($0)) }
        guard parts.count == 2, let begins = parts[0], let ends = parts[1], begins % 1440 != ends % 1440 else {
            throw configuration.error("the setting 'quiet' is no hours such as 21:00-08:00")
        }
        self.begins = begins % 1440
        self.ends = ends % 1440
    }

    /// When the quiet hours end that this moment is in; nil when it is in none. Seconds since 1970.
    func end(at moment: Int, _ zone: Zone) -> Int? {
        let time = zone.time(at: moment)
        let isQuiet =
            begins < ends
            ? (begins..<ends).contains(time.minute) : time.minute >= begins || time.minute < ends
        guard isQuiet else { return nil }
        let day = time.minute < ends ? time.day : time.day.adding(days: 1)
        return max(zone.moment(day, minute: ends), moment + 1)
    }

    /// When the next quiet hours begin. Seconds since 1970.
    func begin(after moment: Int, _ zone: Zone) -> Int {
        let day = zone.time(at: moment).day
        let today = zone.moment(day, minute: begins)
        return today > moment ? today : zone.moment(day.adding(days: 1), minute: begins)
    }
}
