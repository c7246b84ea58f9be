import CallControl
import GRDB
import PluginKit

/// One line of an order.
struct Item: Decodable, FetchableRecord, Sendable {
    let orderNumber: String
    /// From 1.
    let position: Int
    let article: String
    let title: String
    var quantity: Int
    /// Of one piece, in hundredths of the order's currency.
    let price: Int

    var cents: Int { quantity * price }

    static func all(_ db: Database, of order: Order) throws -> [Item] {
        try fetchAll(
            db, sql: "SELECT * FROM items WHERE orderNumber = ? ORDER BY position", arguments: [order.number])
    }

    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO items (orderNumber, position, article, title, quantity, price) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [orderNumber, position, article, title, quantity, price])
    }

    func update(_ db: Database) throws {
        try db.execute(
            sql: "UPDATE items SET quantity = ? WHERE orderNumber = ? AND position = ?",
            arguments: [quantity, orderNumber, position])
    }

    /// What a flow is told of it.
    func fields(_ currency: String) -> JSONValue {
        let price = Money(cents: price, currency: currency)
        let amount = Money(cents: cents, currency: currency)
        return [
            "item": .number(Double(position)), "article": .string(article), "title": .string(title),
            "quantity": .number(Double(quantity)), "price": .string(price.decimal),
            "priceSpoken": .string(price.spoken), "amount": .string(amount.decimal),
            "cents": .number(Double(amount.cents)), "amountSpoken": .string(amount.spoken),
        ]
    }
}
