import CallControl
import PluginKit
import PluginManifests
import PluginStore

typealias MethodCall = PluginStore.MethodCall<Settings>

extension MethodCall {
    /// The first moment at which a slot may begin.
    var earliest: Int { now + settings.noticeMinutes * 60 }

    /// The last day that can be had.
    func lastDay(from today: CalendarDay) -> CalendarDay { today.adding(days: settings.horizonDays) }
}

// What several methods declare alike.
extension PluginManifest.Parameter {
    static let service = Self("service", .string, summary: "code of the service")
    static let place = Self("place", .string, summary: "code of the place")
    static let number = Self("number", .string, summary: "confirmation number")
    static let hold = Self("hold", .string, summary: "as hold gave it")
}

extension PluginManifest.Result {
    /// What is told of a slot.
    static let slot = [
        Self("slot", .string, summary: "what hold asks for"),
        Self("date", .date, summary: "its day at the place"),
        Self("dateSpoken", .string, summary: "the day as it is said"),
        Self("time", .string, summary: "its time at the place, HH:MM"),
        Self("timeSpoken", .string, summary: "the time as it is said"),
        Self("spoken", .string, summary: "day and time as they are said"),
        Self("service", .string, summary: "code of the service"),
        Self("serviceName", .string, summary: "its name"),
        Self("minutes", .integer, summary: "how long it takes"),
        Self("place", .string, summary: "code of the place"),
        Self("placeName", .string, summary: "its name"),
        Self("staff", .string, summary: "code of the member of staff"),
        Self("staffName", .string, summary: "the member's name"),
    ]
    /// What is told of an appointment beside its slot.
    static let appointment = [
        Self("number", .string, summary: "confirmation number"),
        Self("numberSpoken", .string, summary: "its digits one by one"),
    ]
}
