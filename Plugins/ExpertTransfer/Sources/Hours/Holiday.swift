import CallControl
import GRDB
import PluginKit

/// Days on which a line has other hours than those of the week, or none.
struct Holiday: Decodable, FetchableRecord, Sendable {
    /// nil: of all lines.
    let line: String?
    let first: CalendarDay
    let last: CalendarDay
    /// As in `WeeklyWindow`; nil: closed.
    let begins: Int?
    let ends: Int?
    let english: String
    let chinese: String

    /// The hours of these days.
    var window: WeeklyWindow? {
        guard let begins, let ends else { return nil }
        return WeeklyWindow(weekday: 0, begins: begins, ends: ends)
    }

    static func all(_ db: Database, of line: String) throws -> [Holiday] {
        try fetchAll(
            db, sql: "SELECT * FROM holidays WHERE line IS NULL OR line = ? ORDER BY rowid", arguments: [line])
    }

    func name(_ language: SpokenLanguage) -> String { language.choose(english, chinese) }
}
