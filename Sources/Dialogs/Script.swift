public import Diagnostics

/// A `<script>` (VoiceXML 2.0 5.3.12, 2.1 4).
public struct Script: Sendable {
    public let source: Source
    public let charset: SourceText?
    public let fetch: FetchAttributes
    public let position: SourcePosition

    public init(
        source: Source, charset: SourceText? = nil, fetch: FetchAttributes = .none, position: SourcePosition
    ) {
        self.source = source
        self.charset = charset
        self.fetch = fetch
        self.position = position
    }

    public enum Source: Sendable {
        case inline(SourceText)
        /// `src` or `srcexpr`.
        case external(LiteralOrExpression)
    }
}
