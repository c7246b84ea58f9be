import CallControl
import GRDB
import PluginKit

/// Whom callers come to: a person, or a thing such as a room.
struct Staff: Decodable, FetchableRecord, Sendable {
    let staff: String
    let place: String
    let english: String
    let chinese: String

    static func find(_ db: Database, _ code: String) throws -> Staff? {
        try fetchOne(db, sql: "SELECT * FROM staff WHERE staff = ?", arguments: [code])
    }

    /// Who offers a service at a place.
    static func all(_ db: Database, at place: String, for service: String) throws -> [Staff] {
        try fetchAll(
            db,
            sql: """
                SELECT staff.* FROM staff JOIN skills USING (staff) WHERE staff.place = ? AND skills.service = ?
                ORDER BY staff.rowid
                """, arguments: [place, service])
    }

    func fields(_ language: SpokenLanguage) -> JSONValue {
        ["staff": .string(staff), "staffName": .string(language.choose(english, chinese))]
    }
}
