import CallControl
import GRDB
import PluginKit

/// One search of one call for somebody who answers.
struct Round: Codable, FetchableRecord, PersistableRecord, Sendable {
    enum State: String, Codable {
        /// A telephone rings, or is talked on.
        case trying
        /// In the queue, while all experts talk.
        case waiting
        case over
    }

    static let databaseTableName = "rounds"

    /// What the flow passes on.
    let round: String
    let session: String
    var state: State
    let line: String
    let segment: String
    let group: String
    let priority: Int
    /// Codes with spaces between, as `wishes`.
    let skills: String
    let wishes: String
    /// Seconds.
    let maxtime: Int
    /// What does not change from try to try, as JSON.
    let screen: String
    /// Milliseconds since 1970, as the others below.
    let began: Int
    /// When the flow last asked.
    var seen: Int
    /// Since when it is in the queue.
    var waitsSince: Int?
    /// The invocation that was answered last, and its answer as JSON.
    var invocation: String
    var answer: String

    var neededSkills: [String] { skills.split(separator: " ").map(String.init) }
    var wishedSkills: [String] { wishes.split(separator: " ").map(String.init) }

    static func find(_ db: Database, _ round: String) throws -> Round? {
        try fetchOne(db, sql: "SELECT * FROM rounds WHERE round = ?", arguments: [round])
    }

    /// What was answered to this very invocation before.
    func answered(to context: PluginContext) -> JSONValue? {
        invocation == context.invocation ? try? JSONValue(parsing: answer) : nil
    }

    /// How long it has waited, in seconds.
    func waited(at now: Int) -> Int { waitsSince.map { max(0, (now - $0) / 1000) } ?? 0 }

    /// Those in the queue who still ask, in order: better priority first, then who waits longer.
    static func queue(_ db: Database, at now: Int) throws -> [Round] {
        try fetchAll(
            db,
            sql: """
                SELECT * FROM rounds WHERE state = 'waiting' AND seen > ? AND seen <= ?
                ORDER BY priority, waitsSince, round
                """, arguments: [now - patience, now + patience])
    }

    /// Who does not ask again for so long waits no more.
    private static let patience = 30_000

    /// The rounds of a call that are not over.
    /// - Parameter round: this one instead, of whatever call.
    static func open(_ db: Database, of session: String, round: String? = nil) throws -> [Round] {
        let condition = round == nil ? "session = ?" : "round = ?"
        return try fetchAll(
            db, sql: "SELECT * FROM rounds WHERE state <> 'over' AND \(condition)", arguments: [round ?? session])
    }

    /// Ends the rounds of a call, and the claims.
    /// - Parameter round: this one instead, of whatever call.
    static func end(_ db: Database, of session: String, round: String? = nil, at now: Int) throws {
        for var round in try open(db, of: session, round: round) {
            try Try.current(db, of: round)?.end(db, .hangup, at: now)
            round.state = .over
            try round.update(db)
        }
    }

    /// What it tried stays known, to `tries`.
    func forget(_ db: Database) throws {
        try db.execute(sql: "UPDATE tries SET round = round || ' ' || id WHERE round = ?", arguments: [round])
        try delete(db)
    }

    /// Forgets the rounds of former days.
    static func sweep(_ db: Database, at now: Int) throws {
        try db.execute(sql: "DELETE FROM rounds WHERE seen < ?", arguments: [now - 2 * 86_400_000])
    }
}
