import CallControl
import GRDB
import PluginKit

struct Customer: Decodable, FetchableRecord, Sendable {
    let number: String
    let name: String
    let greeting: String
    /// What the customer is called in Chinese; nil: by the name.
    let chineseGreeting: String?
    let language: String
    /// The PIN's hash, see `PINHash`.
    let pin: String

    static func find(_ db: Database, number: String) throws -> Customer? {
        try fetchOne(db.cachedStatement(sql: "SELECT * FROM customers WHERE number = ?"), arguments: [number])
    }

    /// nil also when several customers share that telephone: then it does not say who calls.
    static func find(_ db: Database, phone: PhoneNumber) throws -> Customer? {
        let customers = try fetchAll(
            db.cachedStatement(sql: "SELECT * FROM customers WHERE phone = ? LIMIT 2"), arguments: [phone.digits])
        return customers.count == 1 ? customers.first : nil
    }

    /// What a flow is told of a customer.
    func fields(_ spoken: SpokenLanguage) -> JSONValue {
        [
            "customer": .string(number), "name": .string(name),
            "greeting": .string(spoken.choose(greeting, chineseGreeting ?? name)), "language": .string(language),
        ]
    }
}
