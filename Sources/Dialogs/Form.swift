public import Diagnostics

/// A `<form>` (VoiceXML 2.0 2.1).
public struct Form: Sendable {
    public let id: SourceText?
    /// `dialog` or `document`.
    public let scope: SourceText?
    public let properties: [Property]
    public let initializers: [Initializer]
    /// Form items in document order.
    public let items: [FormItem]
    public let filleds: [Filled]
    public let grammars: [GrammarElement]
    public let handlers: [Catch]
    public let links: [Link]
    public let position: SourcePosition

    public init(
        id: SourceText? = nil, scope: SourceText? = nil, properties: [Property] = [], initializers: [Initializer] = [],
        items: [FormItem] = [], filleds: [Filled] = [], grammars: [GrammarElement] = [], handlers: [Catch] = [],
        links: [Link] = [], position: SourcePosition
    ) {
        self.id = id
        self.scope = scope
        self.properties = properties
        self.initializers = initializers
        self.items = items
        self.filleds = filleds
        self.grammars = grammars
        self.handlers = handlers
        self.links = links
        self.position = position
    }
}
