public import Diagnostics

/// A `<form>` or a `<menu>`. A menu is a form with one item, of kind `.menu`.
public struct DialogEntry: Sendable {
    public enum Kind: String, Hashable, Sendable { case form, menu }
    public enum Scope: String, Hashable, Sendable { case dialog, document }

    public var kind: Kind
    public var id: String?
    /// `document`: its form-level grammars (or its menu's choices) are active throughout the document.
    public var scope: Scope
    /// `<var>`s and `<script>`s at form level, in document order with `itemVariables` declared before them.
    public var initialization: CodeBlock
    public var properties: [String: String]
    public var items: Range<Int>
    public var handlers: Range<Int>
    public var links: Range<Int>
    /// Form-level grammars, indices into `grammars`; for a menu empty (they are its item's).
    public var grammars: Range<Int>
    /// Form-level `<filled>`s.
    public var filleds: Range<Int>
    public var position: SourcePosition

    public init(
        kind: Kind, id: String?, scope: Scope, initialization: CodeBlock, properties: [String: String],
        items: Range<Int>, handlers: Range<Int>, links: Range<Int>, grammars: Range<Int>, filleds: Range<Int>,
        position: SourcePosition
    ) {
        self.kind = kind
        self.id = id
        self.scope = scope
        self.initialization = initialization
        self.properties = properties
        self.items = items
        self.handlers = handlers
        self.links = links
        self.grammars = grammars
        self.filleds = filleds
        self.position = position
    }
}
