public import Diagnostics
public import MarkupReader

/// A `<grammar>` where it stands in a document (VoiceXML 2.0 3.1).
public struct GrammarElement: Sendable {
    public let source: Source
    /// `dtmf` or `voice`.
    public let mode: SourceText?
    /// A media type.
    public let type: SourceText?
    /// `dialog` or `document`, on a form's grammar.
    public let scope: SourceText?
    public let weight: SourceText?
    public let fetch: FetchAttributes
    public let position: SourcePosition

    public init(
        source: Source, mode: SourceText? = nil, type: SourceText? = nil, scope: SourceText? = nil,
        weight: SourceText? = nil, fetch: FetchAttributes = .none, position: SourcePosition
    ) {
        self.source = source
        self.mode = mode
        self.type = type
        self.scope = scope
        self.weight = weight
        self.fetch = fetch
        self.position = position
    }

    public enum Source: Sendable {
        /// The element itself, with its attributes and rules.
        case inline(MarkupElement)
        /// `src` or `srcexpr`.
        case external(LiteralOrExpression)
    }
}
