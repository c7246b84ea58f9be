public import CallControl
public import Diagnostics

/// A VoiceXML document compiled: what the form interpreter runs. Immutable, one object shared by all calls, whose tables
/// are its members.
@dynamicMemberLookup
public final class DialogMachine: Sendable {
    public let id: ResourceID
    /// Its dialogs as the path of a call has them, `document.vxml#dialog`, in their order.
    public let dialogNames: [String]
    @usableFromInline let tables: DialogTables

    /// The names of all properties that are set somewhere in it: most are asked for at every step and set nowhere.
    private let propertyNames: Set<String>

    public init(_ tables: DialogTables) {
        id = tables.id
        self.tables = tables
        let file = tables.id.uri.split(separator: "/").last.map(String.init) ?? tables.id.uri
        dialogNames = tables.dialogs.map { dialog in dialog.id.map { "\(file)#\($0)" } ?? file }
        let properties = [tables.properties] + tables.dialogs.map(\.properties) + tables.items.map(\.properties)
        propertyNames = Set(properties.flatMap(\.keys))
    }

    /// Whether the document, a dialog or an item sets that property.
    public func sets(property name: String) -> Bool { propertyNames.contains(name) }

    @inlinable
    public subscript<Table>(dynamicMember table: KeyPath<DialogTables, Table>) -> Table { tables[keyPath: table] }

    /// The index of the dialog with that id.
    public func dialog(named id: String) -> Int? { tables.dialogNumbers[id] }
}

/// The tables of a machine, also in the making. Indices point into them; ranges are contiguous because each table is
/// filled in document order.
public struct DialogTables: Sendable {
    public var id: ResourceID
    /// What relative URIs resolve against: the document's URI, or `xml:base` resolved against it.
    public var base: String
    /// The path or URI shown to people.
    public var file: String
    public var version: String
    public var lang: String
    /// The application root's absolute URI without fragment.
    public var application: String?
    public var properties: [String: String]
    /// The document's `<var>`s and `<script>`s in document order.
    public var initialization: CodeBlock
    public var handlers: Range<Int>
    public var links: Range<Int>

    public private(set) var dialogs: [DialogEntry] = []
    fileprivate private(set) var dialogNumbers: [String: Int] = [:]
    public var items: [FormItemEntry] = []
    public var prompts: [PromptEntry] = []
    public var handlerTable: [HandlerEntry] = []
    public var grammars: [GrammarEntry] = []
    public var linkTable: [LinkEntry] = []
    public var filleds: [FilledEntry] = []
    /// Each once.
    public var prefetches: [PrefetchEntry] = []
    public var instructions: [Instruction] = []
    /// The source map: where each instruction stands, index by index.
    public var positions: [SourcePosition] = []

    public init(
        id: ResourceID, base: String, file: String, version: String, lang: String, application: String?,
        properties: [String: String] = [:], initialization: CodeBlock = .empty, handlers: Range<Int> = 0..<0,
        links: Range<Int> = 0..<0
    ) {
        self.id = id
        self.base = base
        self.file = file
        self.version = version
        self.lang = lang
        self.application = application
        self.properties = properties
        self.initialization = initialization
        self.handlers = handlers
        self.links = links
    }

    /// Adds the next dialog. Of several with one id the first has it.
    public mutating func append(_ dialog: DialogEntry) {
        if let id = dialog.id, dialogNumbers[id] == nil { dialogNumbers[id] = dialogs.count }
        dialogs.append(dialog)
    }
}
