public import CallControl

/// What `dialtone.yaml` beside a flow says.
public struct FlowConfiguration: Hashable, Sendable {
    /// The name of the file.
    public static let fileName = "dialtone.yaml"

    /// The settings of each plugin by its name; an object. `PluginSet(configuredBy:factories:flowFolder:)` reads it.
    public var plugins: JSONValue
    /// Default values of properties.
    public var properties: [String: String]

    public init(plugins: JSONValue = .object([]), properties: [String: String] = [:]) {
        self.plugins = plugins
        self.properties = properties
    }

    /// Reads the file in a flow's folder; without one, everything has its default.
    /// - Throws: `ConfigurationError` with the place of what is wrong.
    public init(inFolder folder: String) throws(ConfigurationError) {
        self.init()
    }
}

/// What is wrong in a `dialtone.yaml`.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String
    /// From 1; nil where the parser does not say.
    public var line: Int?
    public var column: Int?
    public var message: String

    public var description: String {
        [file, line.map(String.init), column.map(String.init), " " + message].compactMap { $0 }.joined(separator: ":")
    }
}
