import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// All of one order, for its verified customer.
enum DetailsMethod: OrderMethod {
    static let declaration = PluginManifest.Method(
        "details", "All of one order of a verified customer", [.verification, .order],
        [.outcome] + PluginManifest.Result.orderOverview + [
            .init("ordered", .date, summary: "day of the order"),
            .init("orderedSpoken", .string, summary: "the day as it is said"),
        ] + PluginManifest.Result.amount + [
            .init("itemCount", .integer, summary: "how many items it has"),
            .init("items", .array, summary: "its items"),
        ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let token = try call.read.string("verification")
        let number = try call.read.string("order")
        let context = call.context
        return try await call.store.read(context) { db in
            guard let customer = try Verification.customer(db, token, context) else { return .outcome("notVerified") }
            guard let order = try Order.find(db, number: number, of: customer) else { return .outcome("notFound") }
            let items = try Item.all(db, of: order)
            return .outcome("found") + order.details(items, context.now.day) + [
                "items": .array(items.map { $0.fields(order.currency) })
            ]
        }
    }
}
