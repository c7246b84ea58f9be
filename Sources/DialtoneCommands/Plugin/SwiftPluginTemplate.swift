/// A plugin in Swift, to be linked in.
struct SwiftPluginTemplate: PluginTemplate {
    let name: String

    var files: [(path: String, text: String)] {
        [("Sources/\(name).swift", source), ("Tests/\(name)Tests.swift", test), ("README.md", readme)]
    }

    func advice(folder: String) -> String {
        """
        It works when it is known. In Package.swift, among the targets:

          .target(
              name: "\(name)", dependencies: ["CallControl", "PluginKit", "PluginManifests"],
              path: "\(folder)/Sources", swiftSettings: swiftSettings),
          .testTarget(
              name: "\(name)Tests", dependencies: ["\(name)", "CallControl", "PluginKit", "PluginTesting"],
              path: "\(folder)/Tests", swiftSettings: swiftSettings),

        also "\(name)" among the dependencies of DialtoneCommands, and in
        Sources/DialtoneCommands/LinkedPlugins.swift an import and \(name).factory. Then:

          swift test --filter \(name)Tests

        A flow uses it by its dialtone.yaml:

          plugins:
            greetings:
              use: \(name)
              greeting: Good day
        """
    }

    private var source: String {
        #"""
        public import CallControl
        public import PluginKit
        public import PluginManifests

        /// Greets callers.
        public struct \#(name): Plugin {
            public let manifest: PluginManifest
            private let greeting: String?

            /// `use: \#(name)` in `dialtone.yaml`.
            public static let factory = PluginFactory(name: "\#(name)") {
                (configuration) throws(PluginConfigurationError) in
                try \#(name)(configuration)
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

        """#
    }

    private var test: String {
        #"""
        import CallControl
        import \#(name)
        import PluginKit
        import PluginTesting
        import Testing

        @Suite("\#(name)")
        struct \#(name)Tests {
            private static func plugin(_ settings: JSONValue = [:]) throws -> \#(name) {
                try \#(name)(PluginConfiguration(name: "greetings", settings: settings, flowFolder: "/"))
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

        """#
    }

    private var readme: String {
        """
        # \(name)

        Greets callers.

            plugins:
              greetings:                        # the name in method://greetings/…
                use: \(name)
                greeting: Good day

        | setting | default | meaning |
        | --- | --- | --- |
        | `greeting` | by the time of day | the words before the name |

        | method | parameters | results |
        | --- | --- | --- |
        | `greet` | `name` | `text` |

        """
    }
}
