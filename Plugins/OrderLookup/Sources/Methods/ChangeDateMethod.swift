import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Moves an order's delivery to another day.
enum ChangeDateMethod: OrderMethod {
    static let declaration = PluginManifest.Method(
        "changeDate", "Moves the delivery while the order is received or packed",
        [
            .verification, .order,
            // A string: a day that there is not is the caller's mistake, which is told by the outcome.
            .init("date", .string, summary: "YYYYMMDD, MMDD (the next such day) or YYYY-MM-DD"),
        ],
        [.outcome] + PluginManifest.Result.orderNumber + PluginManifest.Result.state
            + PluginManifest.Result.delivery + [
                .init("earliest", .date, summary: "the first day that can be had"),
                .init("earliestSpoken", .string, summary: "that day as it is said"),
                .init("latest", .date, summary: "the last day that can be had"),
                .init("latestSpoken", .string, summary: "that day as it is said"),
            ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let text = try call.read.string("date")
        let today = call.context.now.day
        let allowed = today.adding(days: 1)...today.adding(days: call.settings.deliveryDays)
        return try await OrderChange.answer(call, name) { db, order in
            func outcome(_ outcome: String, _ order: Order) -> JSONValue {
                order.outcome(outcome) + order.deliveryFields(today)
            }
            guard order.state.mayChangeDate else { return outcome("notAllowed", order) }
            guard let date = CalendarDay(keyed: text, from: allowed.lowerBound) else {
                return outcome("badDate", order)
            }
            if date == order.delivery { return outcome("already", order) }
            guard allowed.contains(date) else {
                let hint = fields(allowed, today)
                return outcome(date < allowed.lowerBound ? "tooSoon" : "tooLate", order) + hint
            }
            var changed = order
            changed.delivery = date
            try changed.update(db)
            try Change(kind: .date, before: order.delivery.iso, after: date.iso).record(db, order, call.context)
            return outcome("done", changed)
        }
    }

    private static func fields(_ allowed: ClosedRange<CalendarDay>, _ today: CalendarDay) -> JSONValue {
        [
            "earliest": .string(allowed.lowerBound.iso),
            "earliestSpoken": .string(Spoken.day(allowed.lowerBound, today: today)),
            "latest": .string(allowed.upperBound.iso),
            "latestSpoken": .string(Spoken.day(allowed.upperBound, today: today)),
        ]
    }
}
