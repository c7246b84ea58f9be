import CallControl
import GRDB
import PluginKit

/// A change that a customer made to an order.
struct Change {
    enum Kind: String {
        case place, cancel, quantity, date
    }

    let kind: Kind
    var item: Int?
    let before: String
    let after: String

    /// Writes down what was changed, in which invocation, for whom, from which telephone, when.
    func record(_ db: Database, _ order: Order, _ context: PluginContext) throws {
        try db.execute(
            sql: """
                INSERT INTO changes (orderNumber, kind, item, before, after, invocation, customer, caller, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                order.number, kind.rawValue, item, before, after, context.invocation, order.customer, context.from,
                context.now.epochMilliseconds,
            ])
    }
}
