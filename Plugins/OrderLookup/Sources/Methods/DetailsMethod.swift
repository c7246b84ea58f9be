import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// All of one order, for its verified customer.
enum DetailsMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "details", "All of one order of a verified customer", [.verification, .order, .language],
        [.outcome] + PluginManifest.Result.orderDetails)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let token = try call.read.string("verification")
        let number = try call.read.string("order")
        let context = call.context
        return try await call.store.read(context) { db in
            guard let customer = try Verification.customer(db, token, context) else { return .outcome("notVerified") }
            guard let order = try Order.find(db, number: number, of: customer) else { return .outcome("notFound") }
            return .outcome("found") + (try order.allDetails(db, call.speech))
        }
    }
}

extension Order {
    /// All that its customer may hear.
    func allDetails(_ db: Database, _ speech: Speech) throws -> JSONValue {
        let items = try Item.all(db, of: self)
        return details(items, speech) + items.fields(currency, speech)
    }
}
