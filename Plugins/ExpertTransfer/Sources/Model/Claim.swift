import GRDB

/// That a telephone rings, or is talked on, for a call; no other call rings it until then.
enum Claim {
    static func insert(_ db: Database, _ number: String, for round: Round, expires: Int) throws {
        try db.execute(
            sql: "INSERT INTO claims (number, round, session, expires) VALUES (?, ?, ?, ?)",
            arguments: [number, round.round, round.session, expires])
    }

    /// A try has ended.
    static func release(_ db: Database, round: String) throws {
        try db.execute(sql: "DELETE FROM claims WHERE round = ?", arguments: [round])
    }

    static func release(_ db: Database, number: String) throws {
        try db.execute(sql: "DELETE FROM claims WHERE number = ?", arguments: [number])
    }
}
