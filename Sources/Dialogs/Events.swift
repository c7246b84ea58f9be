public import Diagnostics

/// A `<throw>` (VoiceXML 2.0 5.2.1).
public struct Throw: Sendable {
    /// `event` or `eventexpr`.
    public let event: LiteralOrExpression
    /// `message` or `messageexpr`.
    public let message: LiteralOrExpression?
    public let position: SourcePosition

    public init(
        event: LiteralOrExpression, message: LiteralOrExpression? = nil, position: SourcePosition
    ) {
        self.event = event
        self.message = message
        self.position = position
    }
}

/// A `<reprompt>` (VoiceXML 2.0 5.3.6).
public struct Reprompt: Sendable {
    public let position: SourcePosition

    public init(
        position: SourcePosition
    ) {
        self.position = position
    }
}
