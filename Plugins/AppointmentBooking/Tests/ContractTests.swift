import AppointmentBooking
import CallControl
import PluginKit
import PluginTesting
import Testing

@Suite("The contract of plugins", .timeLimit(.minutes(2)))
struct ContractTests {
    /// Plugins over stores in memory, in each of which this call holds a slot and has booked another.
    private static func contract() async throws -> PluginContract {
        let desk = try TestDesk(settings: ["database": ":memory:"])
        let prepare = { @Sendable (plugin: AppointmentBooking) async throws -> (number: JSONValue, hold: JSONValue) in
            func ask(_ method: String, _ parameters: JSONValue) async throws -> JSONValue {
                try await plugin.invoke(method, parameters: parameters, context: PluginContract.context("1/\(method)"))
            }
            let first = try await ask("hold", ["slot": "check.anna.2000-01-03T08:00:00Z"])
            let booked = try await ask("confirm", ["hold": first["hold"] ?? .null])
            let second = try await ask("hold", ["slot": "check.anna.2000-01-03T08:30:00Z"])
            return (booked["number"] ?? .null, second["hold"] ?? .null)
        }
        let (number, hold) = try await prepare(desk.plugin)
        return PluginContract(samples: [
            .init("places"), .init("services"), .init("staff", ["service": "check", "place": "north"]),
            .init("free", ["service": "check", "place": "north", "date": "0103", "limit": 3]),
            .init("next", ["service": "check", "place": "north"]),
            .init("details", ["number": number]),
            .init("move", ["number": number, "hold": hold]),
            .init("confirm", ["hold": hold]),
            .init("cancel", ["number": number]),
            .init("hold", ["slot": "check.anna.2000-01-03T09:00:00Z"]),
            .init("day", ["place": "north", "date": "0103", "format": "ics"]),
            .init("release"),
        ]) {
            let plugin = try desk.another(["database": ":memory:"]).plugin
            _ = try await prepare(plugin)
            return plugin
        }
    }

    @Test("each rule is kept", arguments: PluginContract.Rule.allCases)
    func contract(rule: PluginContract.Rule) async throws { try await Self.contract().check(rule) }
}
