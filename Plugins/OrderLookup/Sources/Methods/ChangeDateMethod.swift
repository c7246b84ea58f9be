import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Moves an order's delivery to another day.
enum ChangeDateMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "changeDate", "Moves the delivery while the order is received or packed",
        [
            .verification, .order,
            // A string: a day that there is not is the caller's mistake, which is told by the outcome.
            .init("date", .string, summary: "YYYYMMDD, MMDD (the next such day) or YYYY-MM-DD"), .language,
        ],
        [.outcome] + PluginManifest.Result.orderNumber + PluginManifest.Result.state
            + PluginManifest.Result.delivery + PluginManifest.Result.deliveryDays)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let text = try call.read.string("date")
        let days = DeliveryDays(call)
        let speech = call.speech
        return try await OrderChange.answer(call, name) { db, order in
            func outcome(_ outcome: String, _ order: Order) -> JSONValue {
                order.outcome(outcome, speech) + order.deliveryFields(speech)
            }
            guard order.state.mayChangeDate else { return outcome("notAllowed", order) }
            if CalendarDay(keyed: text, from: days.earliest) == order.delivery { return outcome("already", order) }
            switch days.day(text) {
            case .failure(let refusal):
                return outcome(refusal.outcome, order) + (refusal.outcome == "badDate" ? [:] : days.fields(speech))
            case .success(let date):
                var changed = order
                changed.delivery = date
                try changed.update(db)
                try Change(kind: .date, before: order.delivery.iso, after: date.iso).record(db, order, call.context)
                return outcome("done", changed)
            }
        }
    }
}
