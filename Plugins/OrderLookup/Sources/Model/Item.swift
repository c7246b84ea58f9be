import CallControl
import GRDB
import PluginKit

/// One line of an order.
struct Item: Codable, FetchableRecord, Sendable {
    var orderNumber: String
    /// From 1.
    var position: Int
    let article: String
    let title: String
    var quantity: Int
    /// Of one piece, in hundredths of the order's currency.
    let price: Int
    /// The title in Chinese, if the article has one.
    var chinese: String?

    var cents: Int { quantity * price }

    static func all(_ db: Database, of order: Order) throws -> [Item] {
        try fetchAll(
            db,
            sql: """
                SELECT items.*, articles.chinese FROM items LEFT JOIN articles USING (article)
                WHERE orderNumber = ? ORDER BY position
                """, arguments: [order.number])
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

    func title(_ language: SpokenLanguage) -> String { language.choose(title, chinese ?? title) }

    /// What a flow is told of it.
    func fields(_ currency: String, _ speech: Speech) -> JSONValue {
        let price = Money(cents: price, currency: currency)
        let amount = Money(cents: cents, currency: currency)
        return [
            "item": .number(Double(position)), "article": .string(article), "title": .string(title(speech.language)),
            "quantity": .number(Double(quantity)), "price": .string(price.decimal),
            "priceSpoken": .string(price.spoken(speech.language)), "amount": .string(amount.decimal),
            "cents": .number(Double(amount.cents)), "amountSpoken": .string(amount.spoken(speech.language)),
        ]
    }
}

extension [Item] {
    func amountFields(_ currency: String, _ speech: Speech) -> JSONValue {
        Money(cents: reduce(0) { $0 + $1.cents }, currency: currency).fields(speech.language)
    }

    func fields(_ currency: String, _ speech: Speech) -> JSONValue {
        ["items": .array(map { $0.fields(currency, speech) })]
    }
}
