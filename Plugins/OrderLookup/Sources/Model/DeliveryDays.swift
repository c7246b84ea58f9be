import CallControl
import PluginKit
import PluginStore

/// The days on which a delivery can be had.
struct DeliveryDays: Sendable {
    let earliest: CalendarDay
    let latest: CalendarDay

    /// - Parameter days: from today to the earliest, 1 at the least.
    init(_ call: MethodCall, after days: Int = 1) {
        let today = call.context.now.day
        earliest = today.adding(days: days)
        latest = today.adding(days: max(days, call.settings.deliveryDays))
    }

    /// The day that was keyed in, or what is wrong with it.
    func day(_ text: String) -> Result<CalendarDay, Refusal> {
        guard let day = CalendarDay(keyed: text, from: earliest) else { return .failure(Refusal("badDate")) }
        if day < earliest { return .failure(Refusal("tooSoon")) }
        return day > latest ? .failure(Refusal("tooLate")) : .success(day)
    }

    /// Told when a day cannot be had.
    func fields(_ speech: Speech) -> JSONValue {
        [
            "earliest": .string(earliest.iso), "earliestSpoken": .string(speech.day(earliest)),
            "latest": .string(latest.iso), "latestSpoken": .string(speech.day(latest)),
        ]
    }

    /// The outcome that says why not.
    struct Refusal: Error, Equatable {
        let outcome: String

        init(_ outcome: String) { self.outcome = outcome }
    }
}
