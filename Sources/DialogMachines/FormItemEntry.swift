public import Diagnostics
public import Expressions

/// A form item (VoiceXML 2.0 2.1.2).
public struct FormItemEntry: Sendable {
    public enum Kind: Sendable {
        case block(CodeBlock)
        case initial
        case field(FieldEntry)
        case menu(MenuEntry)
        case subdialog(SubdialogEntry)
        case object(ObjectEntry)
        case transfer(TransferEntry)
        case record(RecordEntry)

        /// The element that it comes from.
        public var element: String {
            switch self {
            case .block: "block"
            case .initial: "initial"
            case .field: "field"
            case .menu: "menu"
            case .subdialog: "subdialog"
            case .object: "object"
            case .transfer: "transfer"
            case .record: "record"
            }
        }
    }

    /// The form item variable as the author named it; nil: an internal one that no expression can reach.
    public var name: String?
    public var kind: Kind
    /// The initial value of the form item variable.
    public var expr: Expression?
    public var cond: Expression?
    public var properties: [String: String]
    public var prompts: Range<Int>
    public var handlers: Range<Int>
    public var links: Range<Int>
    public var grammars: Range<Int>
    /// `<filled>`s inside the item.
    public var filleds: Range<Int>
    public var position: SourcePosition

    public init(
        name: String?, kind: Kind, expr: Expression?, cond: Expression?, properties: [String: String],
        prompts: Range<Int>, handlers: Range<Int>, links: Range<Int>, grammars: Range<Int>, filleds: Range<Int>,
        position: SourcePosition
    ) {
        self.name = name
        self.kind = kind
        self.expr = expr
        self.cond = cond
        self.properties = properties
        self.prompts = prompts
        self.handlers = handlers
        self.links = links
        self.grammars = grammars
        self.filleds = filleds
        self.position = position
    }
}
