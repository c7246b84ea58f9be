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
        try fetchOne(db, sql: "SELECT * FROM orders WHERE number = ?", arguments: [number])
    }

    /// The order of that number if it is that customer's.
    static func find(_ db: Database, number: String, of customer: Customer) throws -> Order? {
        try find(db, number: number).flatMap { $0.customer == customer.number ? $0 : nil }
    }

    /// A customer's orders, newest first.
    static func all(_ db: Database, of customer: Customer, limit: Int) throws -> [Order] {
        try fetchAll(
            db, sql: "SELECT * FROM orders WHERE customer = ? ORDER BY ordered DESC, number DESC LIMIT ?",
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

    func update(_ db: Database) throws {
        try db.execute(
            sql: "UPDATE orders SET state = ?, delivery = ? WHERE number = ?",
            arguments: [state.rawValue, delivery.iso, number])
    }
}

// What a flow is told of an order.
extension Order {
    var numberFields: JSONValue { ["order": .string(number), "orderSpoken": .string(Spoken.digits(number))] }

    var stateFields: JSONValue { ["state": .string(state.rawValue), "stateSpoken": .string(state.spoken)] }

    func deliveryFields(_ today: CalendarDay) -> JSONValue {
        ["delivery": .string(delivery.iso), "deliverySpoken": .string(Spoken.day(delivery, today: today))]
    }

    /// What whoever knows the number may hear.
    func overview(_ today: CalendarDay) -> JSONValue {
        numberFields + stateFields + deliveryFields(today) + [
            "mayCancel": .bool(state.mayCancel), "mayChangeQuantity": .bool(state.mayChangeQuantity),
            "mayChangeDate": .bool(state.mayChangeDate),
        ]
    }

    /// What only its customer may hear.
    func details(_ items: [Item], _ today: CalendarDay) -> JSONValue {
        overview(today) + [
            "ordered": .string(ordered.iso), "orderedSpoken": .string(Spoken.day(ordered, today: today)),
        ] + amountFields(items) + ["itemCount": .number(Double(items.count))]
    }

    func amountFields(_ items: [Item]) -> JSONValue {
        Money(cents: items.reduce(0) { $0 + $1.cents }, currency: currency).fields
    }
}
