public import Diagnostics

/// An attribute's value or a stretch of text, as written, with the place where it starts. The model holds times, numbers,
/// booleans, enumerated values and name lists as they stand in the document; `DialogCompiler` reads and checks them.
public struct SourceText: Hashable, Sendable {
    public let text: String
    public let position: SourcePosition

    public init(_ text: String, at position: SourcePosition) {
        self.text = text
        self.position = position
    }
}

/// An attribute that comes in two forms: `next` or `expr`, `event` or `eventexpr`, `src` or `srcexpr`.
public enum LiteralOrExpression: Hashable, Sendable {
    case literal(SourceText)
    case expression(SourceText)
}
