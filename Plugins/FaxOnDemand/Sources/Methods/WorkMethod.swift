import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// Does what is due in the queue: for a host, not for a flow.
enum WorkMethod {
    static let declaration = PluginManifest.Method(
        "work", "Does what is due in the queue",
        [.init("limit", .integer, required: false, summary: "faxes at most, 1 to 1000; 20 if not given")],
        [
            .init("taken", .integer, summary: "how many faxes it worked on"),
            .init("sent", .integer, summary: "how many of them are sent"),
            .init("retried", .integer, summary: "how many wait for another attempt"),
            .init("failed", .integer, summary: "how many failed"),
        ], timeLimit: .seconds(120), every: .seconds(15))

    static func answer(_ call: MethodCall, _ worker: Worker) async throws -> JSONValue {
        try call.settings.programs.checkInstalled()
        let limit = min(max(call.read.optionalInteger("limit") ?? 20, 1), 1000)
        try await worker.sweep()
        var counts: [Worker.Outcome: Int] = [:]
        for _ in 0..<limit {
            guard let outcome = try await worker.workOne() else { break }
            counts[outcome, default: 0] += 1
        }
        func count(_ outcomes: Worker.Outcome...) -> JSONValue {
            .number(Double(outcomes.reduce(0) { $0 + counts[$1, default: 0] }))
        }
        return [
            "taken": count(.sent, .retried, .failed, .underWay), "sent": count(.sent), "retried": count(.retried),
            "failed": count(.failed),
        ]
    }
}
