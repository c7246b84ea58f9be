import CallControl
import GRDB

/// A slot that is taken: held for a call that decides, booked, or booked once and cancelled.
struct Appointment: Decodable, FetchableRecord, Sendable {
    enum State: String, Decodable {
        /// Until it expires, is released or is booked.
        case held
        /// For good; may be moved, and cancelled.
        case booked
        /// Was booked; takes no place any more.
        case cancelled
    }

    let id: Int
    let state: State
    let service: String
    let staff: String
    /// Seconds since 1970, as `ends`.
    let starts: Int
    let ends: Int
    /// What a flow holds to book it.
    let hold: String
    /// When a hold ends, in milliseconds since 1970.
    let expires: Int
    /// The confirmation number, once it is booked.
    let number: String?
    let phone: String?
    let customer: String?
    /// The invocation that booked it, and when, in milliseconds since 1970.
    let bookedIn: String?
    let bookedAt: Int?
    /// How often it was moved.
    let moves: Int

    var slot: Slot { Slot(service: service, staff: staff, starts: starts) }

    static func find(_ db: Database, number: String) throws -> Appointment? {
        try fetchOne(db, sql: "SELECT * FROM appointments WHERE number = ?", arguments: [number])
    }

    /// What is held or booked by a hold.
    static func find(_ db: Database, hold: String, _ state: State) throws -> Appointment? {
        try fetchOne(
            db, sql: "SELECT * FROM appointments WHERE hold = ? AND state = ?", arguments: [hold, state.rawValue])
    }

    /// What takes a member's time, in order.
    static func taken(_ db: Database, staff: String, in span: Range<Int>, now: HoldClock) throws -> [Appointment] {
        let arguments: StatementArguments = [
            "staff": staff, "from": span.lowerBound, "to": span.upperBound,
            "before": span.lowerBound - Service.longestMinutes * 60,
        ]
        return try fetchAll(
            db,
            sql: """
                SELECT * FROM appointments
                WHERE staff = :staff AND state <> 'cancelled' AND starts > :before AND starts < :to AND ends > :from
                    AND \(HoldClock.condition)
                ORDER BY starts
                """, arguments: arguments &+ now.arguments)
    }

    /// The booked appointments of a place, in order.
    static func booked(_ db: Database, at place: String, in span: Range<Int>) throws -> [Appointment] {
        try fetchAll(
            db,
            sql: """
                SELECT appointments.* FROM appointments JOIN staff USING (staff)
                WHERE state = 'booked' AND staff.place = ? AND starts >= ? AND starts < ?
                ORDER BY starts, number
                """, arguments: [place, span.lowerBound, span.upperBound])
    }
}

extension Service {
    /// No service takes longer.
    static let longestMinutes = 1440
}
