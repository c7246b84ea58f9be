public import Diagnostics

/// An element of the language that is not built: reaching it throws `error.unsupported.<name>`.
public struct UnsupportedElement: Sendable {
    public let name: String
    public let position: SourcePosition

    public init(
        name: String, position: SourcePosition
    ) {
        self.name = name
        self.position = position
    }
}
