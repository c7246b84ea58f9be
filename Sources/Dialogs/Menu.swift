public import Diagnostics

/// A `<menu>` (VoiceXML 2.0 2.2.1).
public struct Menu: Sendable {
    public let id: SourceText?
    /// `dialog` or `document`.
    public let scope: SourceText?
    /// `exact` or `approximate`.
    public let accept: SourceText?
    /// `true`: the first nine choices without a key get 1 to 9.
    public let dtmf: SourceText?
    public let properties: [Property]
    /// `<script>`s.
    public let initializers: [Initializer]
    public let prompts: [Prompt]
    public let choices: [Choice]
    public let handlers: [Catch]
    public let links: [Link]
    public let position: SourcePosition

    public init(
        id: SourceText? = nil, scope: SourceText? = nil, accept: SourceText? = nil, dtmf: SourceText? = nil,
        properties: [Property] = [], initializers: [Initializer] = [], prompts: [Prompt] = [], choices: [Choice] = [],
        handlers: [Catch] = [], links: [Link] = [], position: SourcePosition
    ) {
        self.id = id
        self.scope = scope
        self.accept = accept
        self.dtmf = dtmf
        self.properties = properties
        self.initializers = initializers
        self.prompts = prompts
        self.choices = choices
        self.handlers = handlers
        self.links = links
        self.position = position
    }
}

/// A `<choice>` (VoiceXML 2.0 2.2.2).
public struct Choice: Sendable {
    public let dtmf: SourceText?
    public let accept: SourceText?
    public let target: SelectionTarget
    public let fetch: FetchAttributes
    /// Its text, white space as written.
    public let phrase: SourceText?
    public let grammars: [GrammarElement]
    public let position: SourcePosition

    public init(
        dtmf: SourceText? = nil, accept: SourceText? = nil, target: SelectionTarget, fetch: FetchAttributes = .none,
        phrase: SourceText? = nil, grammars: [GrammarElement] = [], position: SourcePosition
    ) {
        self.dtmf = dtmf
        self.accept = accept
        self.target = target
        self.fetch = fetch
        self.phrase = phrase
        self.grammars = grammars
        self.position = position
    }
}

/// Where selecting a `<choice>` or a `<link>` leads.
public enum SelectionTarget: Sendable {
    /// `next` or `expr`.
    case document(LiteralOrExpression)
    /// `event` or `eventexpr`, with `message` or `messageexpr`.
    case event(LiteralOrExpression, message: LiteralOrExpression?)
}
