import CallControl
import GRDB
import PluginKit
import PluginStore

/// What becomes of a slot that is taken. All of it in one immediate transaction with what was read before.
extension Appointment {
    /// Holds a slot for a call.
    static func insert(
        _ db: Database, held slot: Slot, until end: Int, token: String, session: String, expires: Int
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO appointments (state, service, staff, starts, ends, hold, session, expires)
                VALUES ('held', ?, ?, ?, ?, ?, ?, ?)
                """, arguments: [slot.service, slot.staff, slot.starts, end, token, session, expires])
    }

    /// Gives free what a call holds.
    static func release(_ db: Database, heldIn session: String) throws {
        try db.execute(sql: "DELETE FROM appointments WHERE state = 'held' AND session = ?", arguments: [session])
    }

    /// What a call holds, which is one slot at most.
    static func held(_ db: Database, in session: String) throws -> Appointment? {
        try fetchOne(db, sql: "SELECT * FROM appointments WHERE state = 'held' AND session = ?", arguments: [session])
    }

    /// The hold lasts longer.
    func extend(_ db: Database, to expires: Int) throws {
        try db.execute(sql: "UPDATE appointments SET expires = ? WHERE id = ?", arguments: [expires, id])
    }

    /// Makes an appointment of a hold.
    func book(
        _ db: Database, number: ConfirmationNumber, phone: String?, customer: String?, _ context: PluginContext
    ) throws -> Appointment {
        try db.execute(
            sql: """
                UPDATE appointments
                SET state = 'booked', number = ?, phone = ?, customer = ?, bookedIn = ?, bookedAt = ?, session = ?
                WHERE id = ?
                """,
            arguments: [
                number.digits, phone, customer, context.invocation, context.now.epochMilliseconds, context.session, id,
            ])
        return try Self.find(db, number: number.digits) ?? self
    }

    /// Moves an appointment to a slot that is held, and gives its own free.
    func move(_ db: Database, to held: Appointment) throws -> Appointment {
        try db.execute(sql: "DELETE FROM appointments WHERE id = ?", arguments: [held.id])
        try db.execute(
            sql: """
                UPDATE appointments
                SET service = ?, staff = ?, starts = ?, ends = ?, hold = ?, moves = moves + 1
                WHERE id = ?
                """, arguments: [held.service, held.staff, held.starts, held.ends, held.hold, id])
        return try Self.find(db, number: number ?? "") ?? self
    }

    func cancel(_ db: Database) throws {
        try db.execute(sql: "UPDATE appointments SET state = 'cancelled' WHERE id = ?", arguments: [id])
    }
}
