import CallControl
import ExpertTransfer
import PluginKit
import PluginTesting
import Testing

@Suite("The contract of plugins", .timeLimit(.minutes(2)))
struct ContractTests {
    /// Plugins over stores in memory, each of which has an open round and a callback of this call.
    private static func contract() async throws -> PluginContract {
        let centre = try TestCentre(settings: ["database": ":memory:"])
        let prepare = { @Sendable (plugin: ExpertTransfer) async throws -> JSONValue in
            func ask(_ method: String, _ parameters: JSONValue) async throws -> JSONValue {
                try await plugin.invoke(method, parameters: parameters, context: PluginContract.context("1/\(method)"))
            }
            _ = try await ask("callback", ["line": "always", "phone": "+12025550100"])
            return try await ask("begin", ["line": "always"])["round"] ?? .null
        }
        let round = try await prepare(centre.plugin)
        return PluginContract(samples: [
            .init("hours", ["line": "help"]), .init("caller"), .init("route", ["line": "help"]),
            .init(
                "begin",
                [
                    "line": "always", "callType": "buying", "skills": "printer", "wishes": "chinese", "path": "a",
                    "entered": ["b": "1"], "secret": ["c": "2"], "maxtime": 60,
                ]),
            .init("next", ["round": round, "outcome": "busy"]),
            .init("release", ["round": round]),
            .init("phone"), .init("callback", ["line": "help", "phone": "+12025550101", "subject": "a"]),
            .init("presence", ["expert": "anna", "state": "break", "minutes": 5]),
            .init("experts"), .init("free", ["expert": "anna"]), .init("callbacks"),
            .init("take", ["entry": "1001", "expert": "anna"]), .init("putBack", ["entry": "1001"]),
            .init("close", ["entry": "1001", "result": "done"]), .init("tries", ["line": "help"]),
        ]) {
            let plugin = try centre.another(["database": ":memory:"]).plugin
            _ = try await prepare(plugin)
            return plugin
        }
    }

    @Test("each rule is kept", arguments: PluginContract.Rule.allCases)
    func contract(rule: PluginContract.Rule) async throws { try await Self.contract().check(rule) }
}
