import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

extension PluginManifest.Result {
    /// What staff are told of a callback.
    static let callback = [
        Self("entry", .string, summary: "number of the entry"),
        Self("line", .string, summary: "code of the line"),
        Self("state", .string, summary: "open, taken or closed"),
        Self("phone", .string, summary: "the number to call"),
        Self("name", .string, summary: "the customer's name"),
        Self("language", .string, summary: "tag of the customer's language"),
        Self("subject", .string, summary: "what it is about"),
        Self("priority", .integer, summary: "1 comes first, 9 last"),
        Self("wished", .string, summary: "the time wished for, RFC 3339"),
        Self("part", .string, summary: "morning or afternoon, where that is the wish"),
        Self("made", .string, summary: "when it was entered, RFC 3339"),
        Self("due", .string, summary: "from when on it can be made, RFC 3339"),
        Self("takenBy", .string, summary: "code of the expert who has it"),
        Self("result", .string, summary: "what came of it"),
    ]
}

extension Callback {
    /// What staff are told of it; times are the line's.
    func staffFields(_ db: Database) throws -> JSONValue {
        let zone = try Line.find(db, line)?.schedule(db).zone
        func time(_ moment: Int?) -> String? {
            moment.flatMap { moment in zone.map { Moment(seconds: moment / 1000, zone: $0).rfc3339 } }
        }
        let texts: [(String, String?)] = [
            ("entry", String(entry)), ("line", line), ("state", state.rawValue), ("phone", phone), ("name", name),
            ("language", language), ("subject", subject), ("wished", time(wished)), ("part", part?.rawValue),
            ("made", time(made)),
            ("due", time(due)), ("takenBy", takenBy), ("result", result),
        ]
        return .object(texts.compactMap { name, text in text.map { .init(name, .string($0)) } })
            + ["priority": .number(Double(priority))]
    }

    /// Changes an entry, once in an invocation.
    static func change(
        _ call: MethodCall, _ method: String,
        _ change: @escaping @Sendable (Database, inout Callback) throws -> String
    ) async throws -> JSONValue {
        let number = try call.read.string("entry")
        return try await call.writeOnce(method) { db in
            guard var entry = try find(db, number) else { return .outcome("notFound") }
            let outcome = try change(db, &entry)
            try entry.update(db)
            return .outcome(outcome) + (try entry.staffFields(db))
        }
    }
}
