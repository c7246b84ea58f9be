public import CallControl
public import PluginKit
public import PluginManifests

/// Greets callers.
public struct Greetings: Plugin {
    public let manifest: PluginManifest
    private let greeting: String?

    /// `use: Greetings` in `dialtone.yaml`.
    public static let factory = PluginFactory(name: "Greetings") {
        (configuration) throws(PluginConfigurationError) in
        try Greetings(configuration)
    }

    public init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        try configuration.allow(["greeting"])
        greeting = try configuration.string("greeting")
        manifest = PluginManifest(
            name: configuration.name, summary: "Greets callers.",
            methods: [
                .init(
                    name: "greet", summary: "A greeting for the time of day.",
                    parameters: [.init("name", .string, summary: "who is greeted")],
                    results: [.init("text", .string, summary: "the greeting")])
            ])
    }

    public func invoke(
        _ method: String, parameters: JSONValue, context: PluginContext
    ) async throws -> JSONValue {
        let name = try ParameterReader(parameters).string("name")
        let words = greeting ?? (Self.isMorning(context.now) ? "Good morning" : "Good afternoon")
        return ["text": .string("\(words), \(name).")]
    }

    /// The context is the only clock, so that a call can be replayed.
    private static func isMorning(_ time: WallClockTime) -> Bool {
        let local = time.epochMilliseconds + time.zoneOffsetSeconds * 1000
        let millisecondsOfDay = (local % 86_400_000 + 86_400_000) % 86_400_000
        return millisecondsOfDay < 12 * 3_600_000
    }
}
