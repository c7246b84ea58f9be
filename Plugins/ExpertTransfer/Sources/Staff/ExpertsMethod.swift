import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Who there is, and what each does now.
enum ExpertsMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "experts", "Who there is, and what each does now",
        [
            .init("group", .string, required: false, summary: "only those of a group"),
            .init("line", .string, required: false, summary: "only those of a line's group"),
            .language,
        ],
        [.count, .init("experts", .array, summary: "of each, what presence tells")])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let group = call.read.optionalString("group")
        let line = call.read.optionalString("line")
        return try await call.store.read(call.context) { db in
            let ofLine = try line.map { try Line.find(db, $0)?.group ?? "" }
            let report = try ExpertReport(db, call)
            let experts = report.experts.filter { expert in
                [group, ofLine].allSatisfy { $0.map(expert.groups.contains) ?? true }
            }
            return [
                "count": .number(Double(experts.count)), "experts": .array(experts.map { report.fields(of: $0) }),
            ]
        }
    }
}
