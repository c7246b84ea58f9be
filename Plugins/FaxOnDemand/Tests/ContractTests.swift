import CallControl
import PluginKit
import PluginTesting
import Testing

@Suite("The contract of plugins", .timeLimit(.minutes(2)))
struct ContractTests {
    /// Plugins over stores in memory, in each of which this call has ordered two faxes that wait for quiet hours to end.
    private static func contract() async throws -> PluginContract {
        let settings: JSONValue = ["database": ":memory:", "quiet": "00:00-08:00", "caller-limit": 1000]
        let office = try TestOffice(settings)
        let prepare = { @Sendable (plugin: any Plugin) async throws -> [JSONValue] in
            var jobs: [JSONValue] = []
            for documents in ["101", "102"] {
                let order: JSONValue = ["documents": .string(documents), "number": "0301234567"]
                let context = PluginContract.context("1/order \(documents)")
                jobs.append(try await plugin.invoke("order", parameters: order, context: context)["job"] ?? .null)
            }
            return jobs
        }
        let jobs = try await prepare(office.plugin)
        return PluginContract(samples: [
            .init("categories"), .init("catalogue", ["page": 2, "size": 2]), .init("document", ["document": "101"]),
            .init("check", ["number": "0301234567"]),
            .init("order", ["documents": "205 9", "number": "0301234567"]), .init("status", ["job": jobs[0]]),
            .init("cancel", ["job": jobs[1]]), .init("queue", ["state": "waiting"]), .init("work"),
        ]) {
            let plugin = try office.another(settings).plugin
            _ = try await prepare(plugin)
            return plugin
        }
    }

    @Test("each rule is kept", arguments: PluginContract.Rule.allCases)
    func contract(rule: PluginContract.Rule) async throws { try await Self.contract().check(rule) }
}
