import CallControl
import GRDB
import PluginKit

struct Order: Decodable, FetchableRecord, Sendable {
    let number: String
    let customer: String
    var state: OrderState
    let ordered: CalendarDay
    var delivery: CalendarDay
    let currency: String

    static func find(_ db: Database, number: String) throws -> Order? {
        try fetchOne(db.cachedStatement(sql: "SELECT * FROM orders WHERE number = ?"), arguments: [number])
    }

    /// The order of that number if it is that customer's.
    static func find(_ db: Database, number: String, of customer: Customer) throws -> Order? {
        try find(db, number: number).flatMap { $0.customer == customer.number ? $0 : nil }
    }

    /// A customer's orders, newest first.
    static func all(_ db: Database, of customer: Customer, limit: Int) throws -> [Order] {
        try fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM orders WHERE customer = ? ORDER BY ordered DESC, number DESC LIMIT ?"),
            arguments: [customer.number, limit])
    }

    static func count(_ db: Database, of customer: Customer) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM orders WHERE customer = ?", arguments: [customer.number]) ?? 0
    }

    func insert(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO orders (number, customer, state, ordered, delivery, currency) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [number, customer, state.rawValue, ordered.iso, delivery.iso, currency])
    }

    /// The next free number.
    static func newNumber(_ db: Database) throws -> String {
        let last = try Int.fetchOne(db, sql: "SELECT max(CAST(number AS INTEGER)) FROM orders")
        return String((last ?? 1000) + 1)
    }

    func update(_ db: Database) throws {
        try db.execute(
            sql: "UPDATE orders SET state = ?, delivery = ? WHERE number = ?",
            arguments: [state.rawValue, delivery.iso, number])
    }
}

// What a flow is told of an order.
extension Order {
    var numberFields: JSONValue { ["order": .string(number), "orderSpoken": .string(Spoken.digits(number))] }

    func stateFields(_ speech: Speech) -> JSONValue {
        ["state": .string(state.rawValue), "stateSpoken": .string(state.spoken(speech.language))]
    }

    func deliveryFields(_ speech: Speech) -> JSONValue {
        ["delivery": .string(delivery.iso), "deliverySpoken": .string(speech.day(delivery))]
    }

    /// What whoever knows the number may hear.
    func overview(_ speech: Speech) -> JSONValue {
        numberFields + stateFields(speech) + deliveryFields(speech) + [
            "mayCancel": .bool(state.mayCancel), "mayChangeQuantity": .bool(state.mayChangeQuantity),
            "mayChangeDate": .bool(state.mayChangeDate),
        ]
    }

    /// What only its customer may hear, but for the items themselves.
    func details(_ items: [Item], _ speech: Speech) -> JSONValue {
        overview(speech) + [
            "ordered": .string(ordered.iso), "orderedSpoken": .string(speech.day(ordered)),
        ] + items.amountFields(currency, speech) + ["itemCount": .number(Double(items.count))]
    }
}
