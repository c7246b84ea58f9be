import CallControl
import GRDB
import PluginKit

/// One of a line's contact plan: who is rung when no expert can be had.
struct Contact: Sendable {
    struct Record: Decodable, FetchableRecord {
        let id: Int
        let english: String
        let chinese: String
        let language: String
        let number: String
        let ring: Int?
    }

    let record: Record
    let hours: [WeeklyWindow]

    var number: String { record.number }

    func name(_ language: SpokenLanguage) -> String { language.choose(record.english, record.chinese) }

    /// The plan of a line, in its order.
    static func plan(_ db: Database, of line: String) throws -> [Contact] {
        try Record.fetchAll(db, sql: "SELECT * FROM contacts WHERE line = ? ORDER BY id", arguments: [line]).map {
            Contact(
                record: $0,
                hours: try WeeklyWindow.fetchAll(
                    db, sql: "SELECT * FROM contactHours WHERE contact = ?", arguments: [$0.id]))
        }
    }

    /// - Parameter now: seconds since 1970.
    func canBeRung(at now: Int, _ schedule: LineSchedule) -> Bool {
        hours.contain(now, schedule.zone) { schedule.holiday(on: $0) != nil }
    }
}
