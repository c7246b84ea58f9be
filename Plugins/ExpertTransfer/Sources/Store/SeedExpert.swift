import PluginKit
import PluginStore

/// An expert of the example data.
struct SeedExpert: Sendable {
    let expert, english, chinese, language, number, zone: String
    let ring: Int?
    let groups: [String]
    let skills: [(skill: String, level: Int)]

    static func all(_ folder: String, _ groups: Set<String>) throws(PluginFailure) -> [SeedExpert] {
        var seen: Set<String> = []
        let columns = ["expert", "english", "chinese", "language", "number", "ring", "zone", "groups", "skills"]
        return try SeedFile("experts.csv", folder, columns).map { (line) throws(PluginFailure) in
            SeedExpert(
                expert: try line.newCode("expert", &seen), english: try line.text("english"),
                chinese: try line.text("chinese"), language: try line.text("language"),
                number: try line.destination("number"), zone: try line.zone("zone"), ring: try line.ring(),
                groups: try line.words("groups") { groups.contains($0) ? $0 : nil }, skills: try skills(line))
        }
    }

    private static func skills(_ line: SeedLine) throws(PluginFailure) -> [(skill: String, level: Int)] {
        if line["skills"].isEmpty { return [] }
        var seen: Set<String> = []
        return try line.words("skills") { word in
            let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let level = Int(parts[1]), (1...9).contains(level), SeedLine.isCode(parts[0]),
                seen.insert(parts[0]).inserted
            else { return nil }
            return (parts[0], level)
        }
    }
}
