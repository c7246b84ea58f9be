import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// What was tried, for those who look after it.
enum TriesMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "tries", "Who was rung on a day, and what came of it",
        [
            .line,
            .init("date", .date, required: false, summary: "the day; today, if not given"),
            .init("limit", .integer, required: false, summary: "how many, the latest; 100, if not given"),
        ],
        [.outcome, .count, .init("tries", .array, summary: "of each, at, to, kind, outcome and seconds")])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let code = try call.read.string("line")
        let limit = min(max(call.read.optionalInteger("limit") ?? 100, 1), 10_000)
        return try await call.store.read(call.context) { db in
            guard let line = try Line.find(db, code) else { return .outcome("notFound") }
            let zone = try line.schedule(db).zone
            let today = zone.time(at: call.now).day
            let day = call.read.optionalDate("date") ?? today
            let span = zone.moment(day, minute: 0) * 1000..<zone.moment(day, minute: 1440) * 1000
            let tries = try Try.latest(db, of: line.line, in: span, limit: limit)
            return .outcome(tries.isEmpty ? "none" : "found") + [
                "count": .number(Double(tries.count)), "tries": .array(tries.map { $0.fields(zone) }),
            ]
        }
    }
}

extension Try {
    /// The latest, in order.
    fileprivate static func latest(
        _ db: Database, of line: String, in span: Range<Int>, limit: Int
    ) throws -> [Try] {
        try fetchAll(
            db, sql: "SELECT * FROM tries WHERE line = ? AND began >= ? AND began < ? ORDER BY id DESC LIMIT ?",
            arguments: [line, span.lowerBound, span.upperBound, limit]
        ).reversed()
    }

    fileprivate func fields(_ zone: Zone) -> JSONValue {
        let fields: JSONValue = [
            "at": .string(Moment(seconds: began / 1000, zone: zone).rfc3339), "to": .string(who),
            "kind": .string(kind.rawValue),
        ]
        guard let ended, let outcome else { return fields }
        return fields + ["outcome": .string(outcome), "seconds": .number(Double((ended - began) / 1000))]
    }
}
