import GRDB

/// What is known of a caller by the number.
struct Customer: Decodable, FetchableRecord, Sendable {
    let segment: String
    let name: String
    let language: String

    /// - Parameter phone: digits in one form.
    static func find(_ db: Database, phone: String?) throws -> Customer? {
        try fetchOne(db, sql: "SELECT * FROM customers WHERE phone = ?", arguments: [phone])
    }
}
