import GRDB
import PluginStore

/// That a telephone rings, or is talked on, for a call; no other call rings it until then.
enum Claim {
    static func insert(
        _ db: Database, _ number: String, for round: Round, expires: Int, _ owner: LiveOwner?
    ) throws {
        try db.execute(
            sql: "INSERT INTO claims (number, round, session, owner, expires) VALUES (?, ?, ?, ?, ?)",
            arguments: [number, round.round, round.session, owner?.name(), expires])
    }

    /// A try has ended.
    static func release(_ db: Database, round: String) throws {
        try db.execute(sql: "DELETE FROM claims WHERE round = ?", arguments: [round])
    }

    static func release(_ db: Database, number: String) throws {
        try db.execute(sql: "DELETE FROM claims WHERE number = ?", arguments: [number])
    }

    /// Ends the leases that are over, and what processes have left that are no more.
    static func sweep(_ db: Database, _ clock: LeaseClock, _ owner: LiveOwner?) throws {
        try clock.sweep(db)
        guard let owner else { return }
        for name in try String.fetchAll(db, sql: "SELECT DISTINCT owner FROM claims WHERE owner IS NOT NULL")
        where !owner.isAlive(name) {
            try db.execute(sql: "DELETE FROM claims WHERE owner = ?", arguments: [name])
        }
    }
}
