public import CallControl

/// What a plugin offers: shared by the compiler, which checks `<object>` and `<param>` against it, and the plugin.
public struct PluginManifest: Hashable, Codable, Sendable {
    /// The PLUGIN of `method://PLUGIN/METHOD`.
    public var name: String
    public var summary: String
    public var methods: [Method]

    public struct Method: Hashable, Codable, Sendable {
        public var name: String
        public var summary: String
        public var parameters: [Parameter]
        public var results: [Result]
        /// The `WHAT`s of `error.plugin.PLUGIN.WHAT` that it can fail with.
        public var failures: [String]
        /// nil: 10 s.
        public var timeLimit: CallDuration?
        /// How often a host on the real clock calls it by itself, without parameters and outside of any call: for work
        /// that waits for no caller. nil: never.
        public var every: CallDuration?

        public init(
            name: String, summary: String, parameters: [Parameter] = [], results: [Result] = [],
            failures: [String] = [], timeLimit: CallDuration? = nil, every: CallDuration? = nil
        ) {
            self.name = name
            self.summary = summary
            self.parameters = parameters
            self.results = results
            self.failures = failures
            self.timeLimit = timeLimit
            self.every = every
        }
    }

    /// The type of a parameter or a result.
    public enum ValueType: String, Hashable, Codable, Sendable, CaseIterable {
        case string, integer, number, boolean, date, object, array
    }

    public struct Parameter: Hashable, Codable, Sendable {
        public var name: String
        public var type: ValueType
        public var isRequired: Bool
        /// Its value is never written to a log.
        public var isSensitive: Bool
        public var summary: String

        public init(
            _ name: String, _ type: ValueType, required: Bool = true, sensitive: Bool = false, summary: String
        ) {
            self.name = name
            self.type = type
            self.isRequired = required
            self.isSensitive = sensitive
            self.summary = summary
        }
    }

    public struct Result: Hashable, Codable, Sendable {
        public var name: String
        public var type: ValueType
        public var summary: String

        public init(_ name: String, _ type: ValueType, summary: String) {
            self.name = name
            self.type = type
            self.summary = summary
        }
    }

    public init(name: String, summary: String, methods: [Method]) {
        self.name = name
        self.summary = summary
        self.methods = methods
    }

    /// The method of that name.
    public func method(_ name: String) -> Method? { methods.first { $0.name == name } }

    /// How long a call waits for an answer when the manifest does not say.
    public static let defaultTimeLimit = CallDuration.seconds(10)
}

/// The manifests that one flow can use.
public struct PluginCatalog: Hashable, Sendable {
    public var manifests: [String: PluginManifest]
    /// Whether plugins without a manifest are called all the same (`--plugins scripted`).
    public var acceptsUnknown: Bool

    public init(manifests: [PluginManifest] = [], acceptsUnknown: Bool = false) {
        self.manifests = Dictionary(manifests.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.acceptsUnknown = acceptsUnknown
    }

    public subscript(plugin: String) -> PluginManifest? { manifests[plugin] }
}
