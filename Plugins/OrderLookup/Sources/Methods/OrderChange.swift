import CallControl
import GRDB
import PluginKit
import PluginStore

/// What the methods that change an order have in common: made once in an invocation, by the order's verified customer.
enum OrderChange {
    static func answer(
        _ call: MethodCall, _ method: String, _ change: @escaping @Sendable (Database, Order) throws -> JSONValue
    ) async throws -> JSONValue {
        let token = try call.read.string("verification")
        let number = try call.read.string("order")
        let context = call.context
        return try await call.writeOnce(method) { db in
            guard let customer = try Verification.customer(db, token, context) else { return .outcome("notVerified") }
            guard let order = try Order.find(db, number: number, of: customer) else { return .outcome("notFound") }
            return try change(db, order)
        }
    }
}

extension Order {
    /// What came of a change, and how the order stands.
    func outcome(_ outcome: String, _ speech: Speech) -> JSONValue {
        .outcome(outcome) + numberFields + stateFields(speech)
    }
}
