import CallControl
import OrderLookup
import PluginKit
import PluginTesting
import Testing

@Suite("The contract of plugins", .timeLimit(.minutes(2)))
struct ContractTests {
    /// Plugins over stores in memory, in each of which customer 20001 is verified and has an offer.
    private static func contract() async throws -> PluginContract {
        let line = try TestLine(settings: ["database": ":memory:"])
        let prepare = { @Sendable (plugin: OrderLookup) async throws -> (verification: JSONValue, offer: JSONValue) in
            let verified = try await plugin.invoke(
                "verifyPin", parameters: ["customer": "20001", "pin": "471147"],
                context: PluginContract.context("1/verify"))
            let verification = verified["verification"] ?? .null
            let offered = try await plugin.invoke(
                "offer", parameters: ["verification": verification, "article": "034", "quantity": 1],
                context: PluginContract.context("1/offer"))
            return (verification, offered["offer"] ?? .null)
        }
        let (verification, offer) = try await prepare(line.plugin)
        let order: JSONValue = ["verification": verification, "order": "1001"]
        return PluginContract(samples: [
            .init("status", ["order": "1001"]),
            .init("byCaller", ["number": "+493023125001"]),
            .init("verifyPin", ["customer": "20001", "pin": "471147"]),
            .init("orders", ["verification": verification]),
            .init("details", order),
            .init("cancel", order),
            .init("changeQuantity", ["verification": verification, "order": "1001", "item": 1, "quantity": "3"]),
            .init("article", ["article": "210"]),
            .init("offer", ["verification": verification, "article": "210", "quantity": "1", "date": "0110"]),
            .init("offerAgain", order),
            .init("place", ["verification": verification, "offer": offer]),
            .init("changeDate", ["verification": verification, "order": "1001", "date": "20000110"]),
        ]) {
            let plugin = try line.another(["database": ":memory:"]).plugin
            _ = try await prepare(plugin)
            return plugin
        }
    }

    @Test("each rule is kept", arguments: PluginContract.Rule.allCases)
    func contract(rule: PluginContract.Rule) async throws { try await Self.contract().check(rule) }
}
