import CallControl
import GRDB

/// That a telephone was rung, and what came of it.
struct Try: Decodable, FetchableRecord, Sendable {
    enum Kind: String, Codable {
        case expert, contact
    }

    let id: Int
    let round: String
    let line: String
    let kind: Kind
    /// The code of the expert, the name of the contact.
    let who: String
    let number: String
    /// Milliseconds since 1970, as `ended`.
    let began: Int
    let ended: Int?
    let outcome: String?

    /// The tries of a round, the first one first.
    static func all(_ db: Database, of round: Round) throws -> [Try] {
        try fetchAll(db, sql: "SELECT * FROM tries WHERE round = ? ORDER BY id", arguments: [round.round])
    }

    /// The one that has not ended.
    static func current(_ db: Database, of round: Round) throws -> Try? {
        try all(db, of: round).last { $0.ended == nil }
    }

    static func insert(
        _ db: Database, _ kind: Kind, _ who: String, _ number: String, in round: Round, at now: Int
    ) throws {
        try db.execute(
            sql: "INSERT INTO tries (round, line, kind, who, number, began) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [round.round, round.line, kind.rawValue, who, number, now])
    }

    /// It has ended: the telephone is free again, and the expert idle from now on.
    /// - Parameter rest: how long who was busy or did not answer is left in peace, in seconds.
    func end(_ db: Database, _ outcome: TransferOutcome, at now: Int, rest: Int = 0) throws {
        try db.execute(sql: "UPDATE tries SET ended = ?, outcome = ? WHERE id = ?", arguments: [now, outcome.text, id])
        try Claim.release(db, round: round)
        if kind == .expert {
            try Expert.end(db, who, at: now, restsUntil: outcome.isOfTheTelephone ? now + rest * 1000 : nil)
        }
    }

    /// Forgets what is older than a year.
    static func sweep(_ db: Database, at now: Int) throws {
        try db.execute(sql: "DELETE FROM tries WHERE began < ?", arguments: [now - 366 * 86_400_000])
    }
}
