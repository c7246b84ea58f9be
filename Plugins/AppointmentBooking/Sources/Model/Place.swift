import CallControl
import GRDB
import PluginKit

/// Where callers come to.
struct Place: Decodable, FetchableRecord, Sendable {
    let place: String
    let english: String
    let chinese: String
    /// As the IANA database names it.
    let zone: String

    static func find(_ db: Database, _ code: String) throws -> Place? {
        try fetchOne(db, sql: "SELECT * FROM places WHERE place = ?", arguments: [code])
    }

    /// The places that have a service; nil: any.
    static func all(_ db: Database, for service: String?) throws -> [Place] {
        try fetchAll(
            db,
            sql: """
                SELECT * FROM places WHERE place IN (
                    SELECT staff.place FROM staff JOIN skills USING (staff) WHERE ?1 IS NULL OR skills.service = ?1)
                ORDER BY rowid
                """, arguments: [service])
    }

    func fields(_ language: SpokenLanguage) -> JSONValue {
        ["place": .string(place), "placeName": .string(language.choose(english, chinese))]
    }
}
