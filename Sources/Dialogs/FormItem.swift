public import Diagnostics

/// A form item (VoiceXML 2.0 2.1.2): what all of them share, and what is each kind's own.
public struct FormItem: Sendable {
    public let name: SourceText?
    /// The form item variable's initial value.
    public let expr: SourceText?
    public let cond: SourceText?
    public let kind: Kind
    public let properties: [Property]
    /// Prompts in document order, also those without a `<prompt>` element. A block has them in its content.
    public let prompts: [Prompt]
    public let grammars: [GrammarElement]
    public let filleds: [Filled]
    public let handlers: [Catch]
    public let links: [Link]
    public let position: SourcePosition

    public init(
        name: SourceText? = nil, expr: SourceText? = nil, cond: SourceText? = nil, kind: Kind,
        properties: [Property] = [], prompts: [Prompt] = [], grammars: [GrammarElement] = [], filleds: [Filled] = [],
        handlers: [Catch] = [], links: [Link] = [], position: SourcePosition
    ) {
        self.name = name
        self.expr = expr
        self.cond = cond
        self.kind = kind
        self.properties = properties
        self.prompts = prompts
        self.grammars = grammars
        self.filleds = filleds
        self.handlers = handlers
        self.links = links
        self.position = position
    }

    public enum Kind: Sendable {
        case block([ExecutableContent])
        case initial
        case field(Field)
        case subdialog(Subdialog)
        case object(ObjectItem)
        case transfer(TransferItem)
        case record(RecordItem)
    }
}
