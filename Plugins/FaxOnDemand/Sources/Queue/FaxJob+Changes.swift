import CallControl
import GRDB

/// Another worker has the fax: whatever this one was at is void.
struct LeaseLost: Error {}

/// What becomes of a fax. All of it in an immediate transaction.
extension FaxJob {
    /// Leases what is due first; nil when nothing is.
    static func lease(_ db: Database, at now: Int) throws -> FaxJob? {
        let due = try fetchOne(
            db,
            sql: """
                SELECT * FROM jobs
                WHERE state IN ('waiting', 'retrying', 'sending') AND due <= :now
                    AND NOT (leasedUntil > :now AND leasedUntil <= :now + :longest)
                ORDER BY due, id LIMIT 1
                """, arguments: ["now": now, "longest": 2 * leaseTime])
        guard let due else { return nil }
        try db.execute(
            sql: "UPDATE jobs SET lease = lease + 1, leasedUntil = ? WHERE id = ?",
            arguments: [now + leaseTime, due.id])
        return try find(db, job: due.job)
    }

    /// Changes it, if this lease of it still holds.
    /// - Throws: `LeaseLost`.
    private func change(_ db: Database, _ changes: String, _ arguments: StatementArguments) throws {
        try db.execute(
            sql: "UPDATE jobs SET \(changes) WHERE id = :id AND lease = :lease AND leasedUntil > 0",
            arguments: arguments &+ ["id": id, "lease": lease])
        if db.changesCount == 0 { throw LeaseLost() }
    }

    /// An attempt begins.
    func begin(_ db: Database, at now: Int) throws {
        try change(db, "state = 'sending', since = :now", ["now": now])
    }

    /// How many pages it has in truth.
    func count(_ db: Database, pages: Int) throws { try change(db, "pages = :pages", ["pages": pages]) }

    /// From here on it may have been handed over under that tag; nil: it was not.
    func promise(_ db: Database, tag: String?) throws { try change(db, "tag = :tag", ["tag": tag]) }

    /// It is at the fax server.
    func hand(_ db: Database, over remote: String) throws {
        try change(db, "remote = :remote, attempts = attempts + 1", ["remote": remote])
    }

    /// It was not let go at the fax server, so it may still be taken back.
    func unhand(_ db: Database) throws { try change(db, "remote = NULL, attempts = attempts - 1", [:]) }

    /// It is at the fax server, which is asked after it then.
    func wait(_ db: Database, askedAt due: Int) throws { try change(db, "due = :due, leasedUntil = 0", ["due": due]) }

    /// It was handed over, and that is all there is to do.
    func send(_ db: Database, at now: Int, attempts: Int) throws {
        try change(
            db,
            "state = 'sent', since = :now, attempts = :attempts, cause = NULL, trouble = NULL, tag = NULL, leasedUntil = 0",
            ["now": now, "attempts": attempts])
    }

    /// Nothing of this attempt is out any more; there will be another.
    func retry(
        _ db: Database, _ cause: Cause, _ trouble: String, at now: Int, due: Int, attempts: Int
    ) throws {
        try change(
            db,
            """
            state = 'retrying', since = :now, due = :due, cause = :cause, trouble = :trouble, attempts = :attempts,
            tag = NULL, remote = NULL, leasedUntil = 0
            """,
            ["now": now, "due": due, "cause": cause.rawValue, "trouble": trouble, "attempts": attempts])
    }

    func fail(_ db: Database, _ cause: Cause, _ trouble: String, at now: Int, attempts: Int) throws {
        try change(
            db,
            """
            state = 'failed', since = :now, cause = :cause, trouble = :trouble, attempts = :attempts, tag = NULL,
            leasedUntil = 0
            """, ["now": now, "cause": cause.rawValue, "trouble": trouble, "attempts": attempts])
    }

    /// Whoever has it stops; it is as it was before, and due then.
    func free(_ db: Database, due: Int) throws {
        let state = tag != nil ? "sending" : attempts > 0 || cause != nil ? "retrying" : "waiting"
        try change(db, "state = :state, due = :due, leasedUntil = 0", ["state": state, "due": due])
    }

    /// It is over without an attempt: a caller wants it so.
    func end(_ db: Database, _ state: State, at now: Int) throws {
        try db.execute(
            sql: "UPDATE jobs SET state = ?, since = ?, leasedUntil = 0 WHERE id = ?",
            arguments: [state.rawValue, now, id])
    }

    /// Forgets what is over for long.
    static func sweep(_ db: Database, before moment: Int) throws {
        try db.execute(
            sql: "DELETE FROM jobs WHERE state IN ('sent', 'failed', 'cancelled') AND since < ?", arguments: [moment])
    }
}
