import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// What is in the queue, for staff: it tells numbers.
enum QueueMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "queue", "What is in the queue, for staff",
        [
            .init("state", .string, required: false, summary: "of these only; of all that are not over, if not given"),
            .init("limit", .integer, required: false, summary: "how many at most, 1 to 1000; 20 if not given"),
        ],
        FaxJob.State.allCases.map { .init($0.rawValue, .integer, summary: "how many there are of this state") } + [
            .init(
                "jobs", .array,
                summary: "of each, job, state, number, documents, pages, attempts, cause, trouble, at, server")
        ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let limit = min(max(call.read.optionalInteger("limit") ?? 20, 1), 1000)
        let state = try call.read.optionalString("state").map { text throws(PluginFailure) in
            guard let state = FaxJob.State(rawValue: text) else {
                let known = FaxJob.State.allCases.map(\.rawValue).joined(separator: ", ")
                throw PluginFailure(PluginFailure.badparameter, "there is no state '\(text)'; there are \(known)")
            }
            return state
        }
        return try await call.store.read(call.context) { db in
            let counts = try FaxJob.State.allCases.map { state in
                JSONValue.Member(state.rawValue, .number(Double(try FaxJob.count(db, state))))
            }
            let jobs = try FaxJob.all(db, state.map { [$0] } ?? FaxJob.State.allCases.filter { !$0.isOver }, limit)
            return .object(counts) + ["jobs": .array(jobs.map { $0.staffFields(call) })]
        }
    }
}

extension FaxJob {
    fileprivate static func count(_ db: Database, _ state: State) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM jobs WHERE state = ?", arguments: [state.rawValue]) ?? 0
    }

    fileprivate static func all(_ db: Database, _ states: [State], _ limit: Int) throws -> [FaxJob] {
        let marks = states.map { _ in "?" }.joined(separator: ", ")
        return try fetchAll(
            db, sql: "SELECT * FROM jobs WHERE state IN (\(marks)) ORDER BY due, id LIMIT \(limit)",
            arguments: StatementArguments(states.map(\.rawValue)))
    }

    fileprivate func staffFields(_ call: MethodCall) -> JSONValue {
        [
            "job": .string(job), "state": .string(state.rawValue), "number": .string(number),
            "documents": .string(documents), "pages": .number(Double(pages)), "attempts": .number(Double(attempts)),
            "at": .string(call.settings.zone.rfc3339(state == .waiting || state == .retrying ? due : since)),
        ] + (cause.map { ["cause": .string($0.rawValue)] } ?? [:])
            + (trouble.map { ["trouble": .string($0)] } ?? [:])
            + (remote.map { ["server": .string($0)] } ?? [:])
    }
}
