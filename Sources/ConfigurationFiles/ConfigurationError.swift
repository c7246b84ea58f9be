/// What is wrong in a `dialtone.yaml` or a `plugin.yaml`.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String
    /// From 1; nil where the parser does not say.
    public var line: Int?
    public var column: Int?
    public var message: String

    public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    public var description: String {
        [file, line.map(String.init), column.map(String.init), " " + message].compactMap { $0 }.joined(separator: ":")
    }
}
