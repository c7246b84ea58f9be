import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// The orders of a verified customer.
enum OrdersMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "orders", "The orders of a customer, newest first",
        [
            .verification,
            .init("limit", .integer, required: false, summary: "how many at most, 1 to 50; 5 if not given"), .language,
        ],
        [.outcome, .init("count", .integer, summary: "how many orders the customer has"), .orders])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let token = try call.read.string("verification")
        let limit = min(max(call.read.optionalInteger("limit") ?? 5, 1), 50)
        let context = call.context
        return try await call.store.read(context) { db in
            guard let customer = try Verification.customer(db, token, context) else { return .outcome("notVerified") }
            let orders = try Order.all(db, of: customer, limit: limit).map { order in
                order.details(try Item.all(db, of: order), call.speech)
            }
            return .outcome(orders.isEmpty ? "none" : "found") + [
                "count": .number(Double(try Order.count(db, of: customer))), "orders": .array(orders),
            ]
        }
    }
}
