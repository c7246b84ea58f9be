public import Diagnostics

/// A `<goto>` (VoiceXML 2.0 5.3.7).
public struct Goto: Sendable {
    public let target: Target
    public let fetch: FetchAttributes
    public let position: SourcePosition

    public init(
        target: Target, fetch: FetchAttributes = .none, position: SourcePosition
    ) {
        self.target = target
        self.fetch = fetch
        self.position = position
    }

    public enum Target: Sendable {
        /// `next` or `expr`.
        case document(LiteralOrExpression)
        /// `nextitem` or `expritem`.
        case item(LiteralOrExpression)
    }
}

/// A `<submit>` (VoiceXML 2.0 5.3.8).
public struct Submit: Sendable {
    /// `next` or `expr`.
    public let target: LiteralOrExpression
    public let namelist: SourceText?
    public let method: SourceText?
    public let enctype: SourceText?
    public let fetch: FetchAttributes
    public let position: SourcePosition

    public init(
        target: LiteralOrExpression, namelist: SourceText? = nil, method: SourceText? = nil, enctype: SourceText? = nil,
        fetch: FetchAttributes = .none, position: SourcePosition
    ) {
        self.target = target
        self.namelist = namelist
        self.method = method
        self.enctype = enctype
        self.fetch = fetch
        self.position = position
    }
}

/// An `<exit>` (VoiceXML 2.0 5.3.9): `expr`, `namelist` or neither.
public struct Exit: Sendable {
    public let expr: SourceText?
    public let namelist: SourceText?
    public let position: SourcePosition

    public init(
        expr: SourceText? = nil, namelist: SourceText? = nil, position: SourcePosition
    ) {
        self.expr = expr
        self.namelist = namelist
        self.position = position
    }
}

/// A `<return>` (VoiceXML 2.0 5.3.10): `namelist`, an event or neither.
public struct Return: Sendable {
    public let namelist: SourceText?
    /// `event` or `eventexpr`.
    public let event: LiteralOrExpression?
    /// `message` or `messageexpr`.
    public let message: LiteralOrExpression?
    public let position: SourcePosition

    public init(
        namelist: SourceText? = nil, event: LiteralOrExpression? = nil, message: LiteralOrExpression? = nil,
        position: SourcePosition
    ) {
        self.namelist = namelist
        self.event = event
        self.message = message
        self.position = position
    }
}

/// A `<disconnect>` (VoiceXML 2.0 5.3.11, 2.1 7).
public struct Disconnect: Sendable {
    public let namelist: SourceText?
    public let position: SourcePosition

    public init(
        namelist: SourceText? = nil, position: SourcePosition
    ) {
        self.namelist = namelist
        self.position = position
    }
}
