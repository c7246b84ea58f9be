import CallControl
import PluginKit
import PluginManifests

/// A plugin with one method `ask(number: integer, pin?: string) -> {number}` that does what a closure says.
struct FakePlugin: Plugin {
    var name = "fake"
    var timeLimit: CallDuration?
    var work: @Sendable (ParameterReader, PluginContext) async throws -> JSONValue

    init(
        _ name: String = "fake", timeLimit: CallDuration? = nil,
        _ work: @escaping @Sendable (ParameterReader, PluginContext) async throws -> JSONValue = { read, _ in
            ["number": .number(Double(try read.integer("number")))]
        }
    ) {
        self.name = name
        self.timeLimit = timeLimit
        self.work = work
    }

    var manifest: PluginManifest {
        PluginManifest(
            name: name, summary: "",
            methods: [
                .init(
                    name: "ask", summary: "",
                    parameters: [
                        .init("number", .integer, summary: ""),
                        .init("pin", .string, required: false, sensitive: true, summary: ""),
                    ],
                    results: [.init("number", .integer, summary: "")], timeLimit: timeLimit)
            ])
    }

    func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        try await work(ParameterReader(parameters), context)
    }
}

extension PluginContext {
    static func test(limit: CallDuration = .seconds(30)) -> PluginContext {
        PluginContext(
            call: "1", from: "tel:+12025550100", to: "tel:+12025550199", now: .virtualEpoch, seed: 0, locale: "en",
            deadline: WallClockTime(
                epochMilliseconds: WallClockTime.virtualEpoch.epochMilliseconds + limit.milliseconds),
            invocation: "1/1")
    }
}
