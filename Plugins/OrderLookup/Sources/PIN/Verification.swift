import CallControl
import Foundation
import GRDB
import PluginKit
import PluginStore

/// What a flow holds after a PIN check: good for this call, this customer, a few minutes.
enum Verification {
    /// Makes it anew or again: in one invocation it is always the same.
    static func grant(_ db: Database, to customer: Customer, _ context: PluginContext, minutes: Int) throws -> String {
        let token = Derived.bytes("verification", customer.number, context).base64EncodedString()
        let now = context.now.epochMilliseconds
        try db.execute(sql: "DELETE FROM verifications WHERE expires <= ?", arguments: [now])
        try db.execute(
            sql: "INSERT OR REPLACE INTO verifications (token, customer, call, expires) VALUES (?, ?, ?, ?)",
            arguments: [token, customer.number, context.call, now + minutes * 60_000])
        return token
    }

    /// The customer who was verified in this call; nil when it was another call or too long ago.
    static func customer(_ db: Database, _ token: String, _ context: PluginContext) throws -> Customer? {
        let customer = try String.fetchOne(
            db, sql: "SELECT customer FROM verifications WHERE token = ? AND call = ? AND expires > ?",
            arguments: [token, context.call, context.now.epochMilliseconds])
        return try customer.flatMap { try Customer.find(db, number: $0) }
    }
}
