import GRDB
import PluginKit

/// Experts who take the same calls.
struct Group: Decodable, FetchableRecord, Sendable {
    let group: String
    let english: String
    let chinese: String
    /// The group whose experts are tried when none of this one can be had.
    let overflow: String?

    static func find(_ db: Database, _ code: String) throws -> Group? {
        try fetchOne(db, sql: #"SELECT * FROM groups WHERE "group" = ?"#, arguments: [code])
    }

    /// This group, its overflow, the overflow of that, each once.
    static func chain(_ db: Database, from code: String) throws -> [String] {
        var chain: [String] = []
        var next: String? = code
        while let group = next, !chain.contains(group) {
            chain.append(group)
            next = try find(db, group)?.overflow
        }
        return chain
    }

    func name(_ language: SpokenLanguage) -> String { language.choose(english, chinese) }
}
