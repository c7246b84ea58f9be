import CallControl
import PluginKit
import PluginTesting
import Testing

@Suite("Greetings")
struct GreetingsTests {
    private static func plugin(_ settings: JSONValue = [:]) throws -> Greetings {
        try Greetings(PluginConfiguration(name: "greetings", settings: settings, flowFolder: "/"))
    }

    @Test("the contract of plugins", arguments: PluginContract.Rule.allCases)
    func contract(rule: PluginContract.Rule) async throws {
        let contract = PluginContract(samples: [.init("greet", ["name": "Ada"])]) { try Self.plugin() }
        try await contract.check(rule)
    }

    @Test(
        "greets by the time of the call",
        arguments: [
            ("2026-11-20T11:59:59+08:00", "Good morning, Ada."),
            ("2026-11-20T12:00:00+08:00", "Good afternoon, Ada."),
        ])
    func greets(now: String, text: JSONValue) async throws {
        var context = PluginContract.context()
        context.now = try #require(WallClockTime(rfc3339: now))
        context.deadline = WallClockTime(epochMilliseconds: context.now.epochMilliseconds + 10_000)
        let answer = await PluginRunner.run(try Self.plugin(), "greet", ["name": "Ada"], context)
        #expect(answer == .result(["text": text]))
    }

    @Test("greets by its settings, and knows no others")
    func settings() async throws {
        let answer = await PluginRunner.run(
            try Self.plugin(["greeting": "Welcome"]), "greet", ["name": "Ada"], PluginContract.context())
        #expect(answer == .result(["text": "Welcome, Ada."]))
        #expect(throws: PluginConfigurationError.self) { try Self.plugin(["greetnig": "Welcome"]) }
    }
}
