import CallControl
import Foundation
import GRDB
import PluginKit
import PluginStore

/// What would be ordered: it is read back to the caller, who then orders just that. It lasts as long as the call, and
/// reserves nothing.
struct Offer: Codable, FetchableRecord, PersistableRecord, Sendable {
    static let databaseTableName = "offers"

    let token: String
    /// The call's.
    let session: String
    /// The customer's number.
    let customer: String
    let delivery: CalendarDay
    let items: [Item]
    /// The order that became of it.
    var order: String?

    /// Made anew or found again: in one invocation the same is offered once.
    static func make(
        _ db: Database, _ items: [Item], for customer: Customer, on delivery: CalendarDay, _ context: PluginContext
    ) throws -> Offer {
        let items = items.enumerated().map { index, item in
            var item = item
            item.position = index + 1
            return item
        }
        let subject = items.map { "\($0.quantity) \($0.article)" } + [customer.number, delivery.iso]
        let token = Derived.bytes("offer", subject.joined(separator: "\n"), context).base64EncodedString()
        if let made = try find(db, token, to: customer, context) { return made }
        let offer = Offer(
            token: token, session: context.session, customer: customer.number, delivery: delivery, items: items)
        try offer.insert(db)
        return offer
    }

    /// What was offered to that customer in this call.
    static func find(_ db: Database, _ token: String, to customer: Customer, _ context: PluginContext) throws -> Offer?
    {
        try fetchOne(
            db, sql: "SELECT * FROM offers WHERE token = ? AND customer = ? AND session = ?",
            arguments: [token, customer.number, context.session])
    }

    /// Forgets what a call was offered.
    static func delete(_ db: Database, in session: String) throws {
        try db.execute(sql: "DELETE FROM offers WHERE session = ?", arguments: [session])
    }

    static func exists(_ db: Database, in session: String) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT * FROM offers WHERE session = ?)")
        return try Bool.fetchOne(statement, arguments: [session]) ?? false
    }

    /// Makes an order of it.
    func place(_ db: Database, currency: String, _ context: PluginContext) throws -> Order {
        let number = try Order.newNumber(db)
        let order = Order(
            number: number, customer: customer, state: .received, ordered: context.now.day, delivery: delivery,
            currency: currency)
        try order.insert(db)
        for var item in items {
            item.orderNumber = number
            try item.insert(db)
            try Article.take(db, item.quantity, of: item.article)
        }
        try Change(kind: .place, before: "", after: order.state.rawValue).record(db, order, context)
        var placed = self
        placed.order = number
        try placed.update(db)
        return order
    }

    /// What a flow is told of it, and can read out.
    func fields(currency: String, _ speech: Speech) -> JSONValue {
        [
            "offer": .string(token), "delivery": .string(delivery.iso),
            "deliverySpoken": .string(speech.day(delivery)), "itemCount": .number(Double(items.count)),
        ] + items.amountFields(currency, speech) + items.fields(currency, speech)
    }
}
