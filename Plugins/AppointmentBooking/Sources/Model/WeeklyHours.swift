import GRDB

/// Opening hours or a break, of each week.
struct WeeklyHours: Decodable, FetchableRecord, Sendable {
    enum Kind: String, Decodable {
        case open, `break`
    }

    let place: String
    /// nil: of the whole place.
    let staff: String?
    let kind: Kind
    /// 1 is Monday, 7 is Sunday.
    let weekday: Int
    /// Minutes of the day.
    let opens: Int
    /// Minutes of the day; 1440 is its end.
    let closes: Int

    static func all(_ db: Database, at place: String) throws -> [WeeklyHours] {
        try fetchAll(db, sql: "SELECT * FROM hours WHERE place = ?", arguments: [place])
    }

    func insert(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO hours (place, staff, kind, weekday, opens, closes) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [place, staff, kind.rawValue, weekday, opens, closes])
    }
}
