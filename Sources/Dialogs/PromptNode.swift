public import Diagnostics

/// What a prompt is made of.
public indirect enum PromptNode: Sendable {
    /// White space as written.
    case text(SourceText)
    case value(ValueElement)
    case audio(Audio)
    case `break`(Break)
    case mark(Mark)
    case enumerate(Enumerate)
    /// An SSML element to pass on: `say-as`, `emphasis`, `p`, …
    case markup(SpeechMarkup)
    case foreach(PromptForeach)
}

/// A `<value>` (VoiceXML 2.0 4.1.4).
public struct ValueElement: Sendable {
    public let expr: SourceText
    public let position: SourcePosition

    public init(
        expr: SourceText, position: SourcePosition
    ) {
        self.expr = expr
        self.position = position
    }
}

/// An `<audio>` (VoiceXML 2.0 4.1.3).
public struct Audio: Sendable {
    /// `src` or `expr`.
    public let source: LiteralOrExpression
    public let fetch: FetchAttributes
    /// Played when the audio cannot be had.
    public let alternate: [PromptNode]
    public let position: SourcePosition

    public init(
        source: LiteralOrExpression, fetch: FetchAttributes = .none, alternate: [PromptNode] = [],
        position: SourcePosition
    ) {
        self.source = source
        self.fetch = fetch
        self.alternate = alternate
        self.position = position
    }
}

/// A `<break>` (SSML 1.0 2.2.3).
public struct Break: Sendable {
    public let time: SourceText?
    public let strength: SourceText?
    /// `size`, of drafts before SSML 1.0: `none`, `small`, `medium`, `large`.
    public let size: SourceText?
    public let position: SourcePosition

    public init(
        time: SourceText? = nil, strength: SourceText? = nil, size: SourceText? = nil, position: SourcePosition
    ) {
        self.time = time
        self.strength = strength
        self.size = size
        self.position = position
    }
}

/// A `<mark>` (VoiceXML 2.1 4).
public struct Mark: Sendable {
    /// `name` or `nameexpr`.
    public let name: LiteralOrExpression
    public let position: SourcePosition

    public init(
        name: LiteralOrExpression, position: SourcePosition
    ) {
        self.name = name
        self.position = position
    }
}

/// An `<enumerate>` (VoiceXML 2.0 2.2.4).
public struct Enumerate: Sendable {
    /// Empty: the choices or options are listed with their keys.
    public let template: [PromptNode]
    public let position: SourcePosition

    public init(
        template: [PromptNode] = [], position: SourcePosition
    ) {
        self.template = template
        self.position = position
    }
}

/// An SSML element that is passed on.
public struct SpeechMarkup: Sendable {
    public let name: String
    /// In document order.
    public let attributes: [(name: String, value: SourceText)]
    public let content: [PromptNode]
    public let position: SourcePosition

    public init(
        name: String, attributes: [(name: String, value: SourceText)] = [], content: [PromptNode] = [],
        position: SourcePosition
    ) {
        self.name = name
        self.attributes = attributes
        self.content = content
        self.position = position
    }
}
