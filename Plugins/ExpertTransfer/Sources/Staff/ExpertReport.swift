import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

extension PluginManifest.Result {
    /// What staff are told of an expert.
    static let expert = [
        Self("expert", .string, summary: "code of the expert"),
        Self("name", .string, summary: "the expert's name"),
        Self("number", .string, summary: "the telephone"),
        Self("presence", .string, summary: "present, away, break or busy"),
        Self("until", .string, summary: "when the expert is present again, RFC 3339"),
        Self("onDuty", .boolean, summary: "by the duty list"),
        Self("state", .string, summary: "free, taken, away or offDuty"),
        Self("groups", .string, summary: "codes of the groups"),
        Self("skills", .string, summary: "codes of the skills with levels"),
    ]
}

/// What each expert does at a moment, for staff.
struct ExpertReport: Sendable {
    let experts: [Expert]
    private let claimed: Set<String>
    /// Milliseconds since 1970.
    private let now: Int
    private let language: SpokenLanguage

    init(_ db: Database, _ call: MethodCall) throws {
        now = call.context.now.epochMilliseconds
        language = call.language
        experts = try Expert.all(db)
        claimed = try LeaseClock(call.context).claimed(db)
    }

    /// Empty when there is no such expert.
    func fields(of code: String) -> JSONValue { experts.first { $0.code == code }.map(fields) ?? [:] }

    func fields(of expert: Expert) -> JSONValue {
        let presence = expert.presence(at: now)
        let skills = expert.skills.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
        let fields: JSONValue = [
            "expert": .string(expert.code), "name": .string(expert.name(language)), "number": .string(expert.number),
            "presence": .string(presence.rawValue), "onDuty": .bool(expert.isOnDuty(at: now)),
            "state": .string(state(of: expert)), "groups": .string(expert.groups.joined(separator: " ")),
            "skills": .string(skills.joined(separator: " ")),
        ]
        guard presence != .present, let until = expert.record.until, let zone = Zone(expert.record.zone) else {
            return fields
        }
        return fields + ["until": .string(Moment(seconds: until / 1000, zone: zone).rfc3339)]
    }

    private func state(of expert: Expert) -> String {
        if claimed.contains(expert.number) { return "taken" }
        if expert.presence(at: now) != .present { return "away" }
        return expert.isOnDuty(at: now) ? "free" : "offDuty"
    }
}
