import CallControl
import GRDB
import PluginKit

/// Days on which a place is closed, or a member of staff is away.
struct Holiday: Decodable, FetchableRecord, Sendable {
    /// nil: of all places.
    let place: String?
    /// nil: of the whole place.
    let staff: String?
    let first: CalendarDay
    let last: CalendarDay
    let english: String
    let chinese: String

    static func all(_ db: Database, at place: String) throws -> [Holiday] {
        try fetchAll(db, sql: "SELECT * FROM holidays WHERE place IS NULL OR place = ?", arguments: [place])
    }

    func insert(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO holidays (place, staff, first, last, english, chinese) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [place, staff, first.iso, last.iso, english, chinese])
    }

    func name(_ language: SpokenLanguage) -> String { language.choose(english, chinese) }
}
