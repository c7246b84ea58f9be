import CallControl
import GRDB
import PluginKit

/// What callers come for.
struct Service: Decodable, FetchableRecord, Sendable {
    let service: String
    let english: String
    let chinese: String
    let minutes: Int
    /// Minutes from one start to the next that is offered.
    let step: Int
    /// How many callers can have the same slot.
    let capacity: Int

    static func find(_ db: Database, _ code: String) throws -> Service? {
        try fetchOne(db, sql: "SELECT * FROM services WHERE service = ?", arguments: [code])
    }

    /// The services of a place; nil: of all places.
    static func all(_ db: Database, at place: String?) throws -> [Service] {
        try fetchAll(
            db,
            sql: """
                SELECT * FROM services WHERE service IN (
                    SELECT skills.service FROM skills JOIN staff USING (staff) WHERE ?1 IS NULL OR staff.place = ?1)
                ORDER BY rowid
                """, arguments: [place])
    }

    func fields(_ language: SpokenLanguage) -> JSONValue {
        [
            "service": .string(service), "serviceName": .string(language.choose(english, chinese)),
            "minutes": .number(Double(minutes)),
        ]
    }
}
