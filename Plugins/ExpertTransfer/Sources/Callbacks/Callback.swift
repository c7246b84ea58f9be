import GRDB

/// A caller who is to be called back.
struct Callback: Codable, FetchableRecord, PersistableRecord, Sendable {
    enum State: String, Codable, CaseIterable {
        case open, taken, closed
    }

    static let databaseTableName = "callbacks"

    let entry: Int
    let line: String
    var state: State
    let phone: String
    let name: String?
    let language: String
    var subject: String?
    /// 1 comes first, 9 last.
    var priority: Int
    /// Milliseconds since 1970, as the others below; nil: as soon as possible.
    var wished: Int?
    /// nil: at that time.
    var part: DayPart?
    /// When it can be made.
    var due: Int
    let made: Int
    /// The call and the invocation that made it, or changed it.
    var session: String
    var madeIn: String
    var takenBy: String?
    var result: String?
    var closed: Int?

    static func find(_ db: Database, _ entry: String) throws -> Callback? {
        try fetchOne(db, sql: "SELECT * FROM callbacks WHERE entry = ?", arguments: [Int(entry)])
    }

    /// The one of a number that is not closed; there is one at most.
    static func pending(_ db: Database, line: String, phone: String) throws -> Callback? {
        try fetchOne(
            db, sql: "SELECT * FROM callbacks WHERE line = ? AND phone = ? AND state <> 'closed'",
            arguments: [line, phone])
    }

    /// Those in a state, in the order in which they are to be made.
    /// - Parameters:
    ///   - line: nil: of all lines.
    ///   - state: nil: all but closed.
    static func all(_ db: Database, line: String?, state: State?) throws -> [Callback] {
        try fetchAll(
            db,
            sql: """
                SELECT * FROM callbacks
                WHERE (?1 IS NULL OR line = ?1) AND (state = ?2 OR ?2 IS NULL AND state <> 'closed')
                ORDER BY priority, due, entry
                """, arguments: [line, state?.rawValue])
    }
}
