import CallControl
import GRDB
import PluginKit
import PluginStore

/// What callers call for: a line of the call centre, with hours, a group and a contact plan of its own.
struct Line: Decodable, FetchableRecord, Sendable {
    let line: String
    let english: String
    let chinese: String
    /// Of the IANA database.
    let zone: String
    /// The group for calls that the matrix has no place for.
    let group: String

    static func find(_ db: Database, _ code: String) throws -> Line? {
        try fetchOne(db, sql: "SELECT * FROM lines WHERE line = ?", arguments: [code])
    }

    func name(_ language: SpokenLanguage) -> String { language.choose(english, chinese) }

    /// - Throws: a failure when the store was given a zone that there is not.
    func schedule(_ db: Database) throws -> LineSchedule {
        guard let zone = Zone(zone) else {
            throw PluginFailure(Store.unavailable, "the zone of the line '\(line)' is not in the time zone database")
        }
        return LineSchedule(
            zone: zone,
            windows: try WeeklyWindow.fetchAll(db, sql: "SELECT * FROM hours WHERE line = ?", arguments: [line]),
            holidays: try Holiday.all(db, of: line))
    }
}
