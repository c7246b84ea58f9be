import CallControl
import GRDB
import PluginKit
import PluginStore

/// Somebody who takes calls, with all that is known.
struct Expert: Sendable {
    /// What the store has in one row.
    struct Record: Decodable, FetchableRecord {
        let expert: String
        let english: String
        let chinese: String
        let language: String
        let number: String
        let ring: Int?
        let zone: String
        let presence: Presence
        let until: Int?
        let idleSince: Int
        let restsUntil: Int
    }

    let record: Record
    let groups: [String]
    /// Levels by skill.
    let skills: [String: Int]
    /// Empty: whenever the line is open.
    let duty: [WeeklyWindow]

    var code: String { record.expert }
    var number: String { record.number }

    func name(_ language: SpokenLanguage) -> String { language.choose(record.english, record.chinese) }

    /// All experts, in the order of the data.
    static func all(_ db: Database) throws -> [Expert] {
        let records = try Record.fetchAll(db, sql: "SELECT * FROM experts ORDER BY rowid")
        let groups = try rows(db, #"SELECT expert, "group" AS value FROM expertGroups ORDER BY rowid"#)
            .mapValues { $0.map { $0["value"] as String } }
        let skills = try rows(db, "SELECT expert, skill, level FROM expertSkills ORDER BY rowid")
            .mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0["skill"] as String, $0["level"] as Int) }) }
        let duty = try rows(db, "SELECT * FROM duty").mapValues { try $0.map { try WeeklyWindow(row: $0) } }
        return records.map { record in
            Expert(
                record: record, groups: groups[record.expert] ?? [], skills: skills[record.expert] ?? [:],
                duty: duty[record.expert] ?? [])
        }
    }

    static func find(_ db: Database, _ code: String) throws -> Expert? { try all(db).first { $0.code == code } }

    private static func rows(_ db: Database, _ sql: String) throws -> [String: [Row]] {
        Dictionary(grouping: try Row.fetchAll(db, sql: sql)) { $0["expert"] as String }
    }

    /// - Parameter now: milliseconds since 1970; so below.
    func presence(at now: Int) -> Presence {
        record.until.map { $0 <= now } ?? false ? .present : record.presence
    }

    /// By the duty list.
    func isOnDuty(at now: Int) -> Bool {
        guard !duty.isEmpty, let zone = Zone(record.zone) else { return duty.isEmpty }
        return duty.contain(now / 1000, zone) { _ in false }
    }

    /// The levels of the skills in sum.
    func level(_ skills: [String]) -> Int { skills.reduce(0) { $0 + (self.skills[$1] ?? 0) } }
}
