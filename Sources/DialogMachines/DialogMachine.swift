public import CallControl
public import Diagnostics
public import Expressions
public import Grammars

/// A VoiceXML document compiled to flat tables: what the form interpreter runs. Immutable, shared by all calls.
/// Indices point into the tables; ranges are contiguous because each table is filled in document order.
public struct DialogMachine: Sendable {
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

    public var dialogs: [DialogEntry] = []
    public var items: [FormItemEntry] = []
    public var prompts: [PromptEntry] = []
    public var handlerTable: [HandlerEntry] = []
    public var grammars: [GrammarEntry] = []
    public var linkTable: [LinkEntry] = []
    public var filleds: [FilledEntry] = []
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

    /// The index of the dialog with that id.
    public func dialog(named id: String) -> Int? { dialogs.firstIndex { $0.id == id } }
}

/// A stretch of instructions that ends with `.end`.
public struct CodeBlock: Hashable, Codable, Sendable {
    /// Index of the first instruction; nil: nothing to do.
    public var entry: Int?
    public init(entry: Int?) { self.entry = entry }
    public static let empty = CodeBlock(entry: nil)
}

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
        /// Not built yet: visiting it throws this event (`error.unsupported.record`).
        case unsupported(event: String)
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

public struct FieldEntry: Sendable {
    /// The semantic slot, by default the item's name.
    public var slot: String?
    public var isModal: Bool
    /// What `<enumerate>` reads.
    public var options: [EnumeratedEntry]

    public init(slot: String?, isModal: Bool, options: [EnumeratedEntry]) {
        self.slot = slot
        self.isModal = isModal
        self.options = options
    }
}

public struct MenuEntry: Sendable {
    /// The choices in document order. A grammar with the result `.choice(n)` selects `choices[n]`.
    public var choices: [ChoiceEntry]
    public init(choices: [ChoiceEntry]) { self.choices = choices }
}

/// What happens when a `<choice>` is selected.
public struct ChoiceEntry: Sendable {
    public var enumerated: EnumeratedEntry
    public var action: SelectionAction
    public var position: SourcePosition

    public init(enumerated: EnumeratedEntry, action: SelectionAction, position: SourcePosition) {
        self.enumerated = enumerated
        self.action = action
        self.position = position
    }
}

/// What `<choice>` and `<link>` do.
public enum SelectionAction: Sendable {
    case goto(FetchTarget)
    case throwEvent(Computed, message: Computed?)
}

/// What `<enumerate>` says of a choice or an option: `_prompt` and `_dtmf`.
public struct EnumeratedEntry: Hashable, Sendable {
    public var prompt: String
    public var dtmf: String?

    public init(prompt: String, dtmf: String?) {
        self.prompt = prompt
        self.dtmf = dtmf
    }
}

/// An attribute that is either given as it is or computed: `next`/`expr`, `event`/`eventexpr`, `src`/`srcexpr`, …
public enum Computed: Hashable, Sendable {
    case literal(String)
    case expression(Expression)
}

/// Where `<goto>`, `<submit>`, `<subdialog>`, `<choice>`, `<link>` go, with the fetch attributes (VoiceXML 2.0 6.1).
/// The URI resolves against the base of the document that is current when it is reached.
public struct FetchTarget: Sendable {
    public var uri: Computed
    public var fetchaudio: String?
    public var fetchtimeout: CallDuration?
    public var maxage: Int?
    public var maxstale: Int?

    public init(
        uri: Computed, fetchaudio: String? = nil, fetchtimeout: CallDuration? = nil, maxage: Int? = nil,
        maxstale: Int? = nil
    ) {
        self.uri = uri
        self.fetchaudio = fetchaudio
        self.fetchtimeout = fetchtimeout
        self.maxage = maxage
        self.maxstale = maxstale
    }
}

/// What is sent along: `method`, `enctype`, `namelist` (nil: none given).
public struct Submission: Sendable {
    public var method: Fetch.Method
    public var enctype: String
    /// Variables, possibly with members (`a.b`).
    public var namelist: [NamedExpression]?

    public init(method: Fetch.Method, enctype: String, namelist: [NamedExpression]?) {
        self.method = method
        self.enctype = enctype
        self.namelist = namelist
    }
}

/// A name of a namelist, as written and as the expression that reads it.
public struct NamedExpression: Hashable, Sendable {
    public var name: String
    public var expression: Expression

    public init(name: String, expression: Expression) {
        self.name = name
        self.expression = expression
    }
}

public struct SubdialogEntry: Sendable {
    public var target: FetchTarget
    public var submission: Submission
    public var params: [ParamEntry]

    public init(target: FetchTarget, submission: Submission, params: [ParamEntry]) {
        self.target = target
        self.submission = submission
        self.params = params
    }
}

/// A `<param>`.
public struct ParamEntry: Sendable {
    public var name: String
    public var value: Computed
    public var position: SourcePosition

    public init(name: String, value: Computed, position: SourcePosition) {
        self.name = name
        self.value = value
        self.position = position
    }
}

public struct ObjectEntry: Sendable {
    /// From `classid="method://PLUGIN/METHOD"`; nil for any other classid: `error.unsupported.objectname`.
    public var call: PluginCall?
    public var classid: String
    public var params: [ParamEntry]

    public struct PluginCall: Hashable, Sendable {
        public var plugin: String
        public var method: String
        public init(plugin: String, method: String) {
            self.plugin = plugin
            self.method = method
        }
    }

    public init(call: PluginCall?, classid: String, params: [ParamEntry]) {
        self.call = call
        self.classid = classid
        self.params = params
    }
}

public struct TransferEntry: Sendable {
    public var dest: Computed
    public var kind: Transfer.Kind
    public var connecttimeout: CallDuration?
    public var maxtime: CallDuration?
    public var transferaudio: String?
    public var aai: Computed?

    public init(
        dest: Computed, kind: Transfer.Kind, connecttimeout: CallDuration?, maxtime: CallDuration?,
        transferaudio: String?, aai: Computed?
    ) {
        self.dest = dest
        self.kind = kind
        self.connecttimeout = connecttimeout
        self.maxtime = maxtime
        self.transferaudio = transferaudio
        self.aai = aai
    }
}

/// A `<catch>`, `<noinput>`, `<nomatch>`, `<help>` or `<error>`.
public struct HandlerEntry: Sendable {
    /// Event names, each matched as a token prefix; empty: every event.
    public var events: [String]
    public var cond: Expression?
    public var count: Int
    public var code: CodeBlock
    public var position: SourcePosition

    public init(events: [String], cond: Expression?, count: Int, code: CodeBlock, position: SourcePosition) {
        self.events = events
        self.cond = cond
        self.count = count
        self.code = code
        self.position = position
    }
}

/// A `<link>`; its grammars have the result `.link(n)`.
public struct LinkEntry: Sendable {
    public var grammars: Range<Int>
    public var action: SelectionAction
    public var position: SourcePosition

    public init(grammars: Range<Int>, action: SelectionAction, position: SourcePosition) {
        self.grammars = grammars
        self.action = action
        self.position = position
    }
}

/// A `<filled>`.
public struct FilledEntry: Sendable {
    public enum Mode: String, Hashable, Sendable { case all, any }
    public var mode: Mode
    /// Names of input items; for a form-level `<filled>` without one, all input items of the form.
    public var namelist: [String]
    public var code: CodeBlock
    public var position: SourcePosition

    public init(mode: Mode, namelist: [String], code: CodeBlock, position: SourcePosition) {
        self.mode = mode
        self.namelist = namelist
        self.code = code
        self.position = position
    }
}

/// A grammar where it stands in a document.
public struct GrammarEntry: Sendable {
    public enum Source: Sendable {
        /// Inline, builtin, `dtmf` attributes.
        case compiled(CompiledGrammar)
        /// `src` or `srcexpr`: fetched when it is activated. A `builtin:` URI of a `srcexpr` is compiled then, too.
        case external(Computed, fetchtimeout: CallDuration?, maxage: Int?, maxstale: Int?)
        /// Not built, or wrong in a way that shows only when reached: activating it throws this event.
        case unsupported(event: String, message: String)
    }

    /// What a match of it means.
    public enum Result: Hashable, Sendable {
        /// The grammar's own semantics.
        case semantics
        /// A builtin type: the keys are converted (`1` of boolean is true).
        case builtin(String)
        /// An `<option>`: its value.
        case value(String)
        /// A `<choice>` of the menu.
        case choice(Int)
        /// A `<link>`, index into `linkTable`.
        case link(Int)
    }

    public var source: Source
    public var result: Result
    /// `scope="document"` of a form-level grammar.
    public var scope: DialogEntry.Scope
    public var position: SourcePosition

    public init(source: Source, result: Result, scope: DialogEntry.Scope, position: SourcePosition) {
        self.source = source
        self.result = result
        self.scope = scope
        self.position = position
    }
}

/// A `<prompt>`, or text, `<value>`, `<audio>`, `<enumerate>` that stand where a prompt could.
public struct PromptEntry: Sendable {
    public enum BargeinType: String, Hashable, Codable, Sendable { case speech, hotword }
    public var count: Int
    public var cond: Expression?
    public var timeout: CallDuration?
    public var bargein: Bool?
    public var bargeintype: BargeinType?
    /// `xml:lang`, inherited.
    public var lang: String
    public var content: [PromptContent]
    public var position: SourcePosition

    public init(
        count: Int, cond: Expression?, timeout: CallDuration?, bargein: Bool?, bargeintype: BargeinType?,
        lang: String, content: [PromptContent], position: SourcePosition
    ) {
        self.count = count
        self.cond = cond
        self.timeout = timeout
        self.bargein = bargein
        self.bargeintype = bargeintype
        self.lang = lang
        self.content = content
        self.position = position
    }
}

/// What a prompt is made of.
public indirect enum PromptContent: Sendable {
    case text(String)
    case value(Expression)
    /// `src` is literal; an `expr` that gives undefined skips the element with its alternate.
    case audio(src: Computed, alternate: [PromptContent])
    case pause(CallDuration)
    case mark(name: Computed)
    /// nil: no template; the choices or options are listed with their keys.
    case enumerate(template: [PromptContent]?)
    /// An SSML element to pass on: `say-as`, `emphasis`, `p`, …
    case markup(element: String, attributes: [MarkupAttribute], content: [PromptContent])
    /// Not built yet (`foreach`): reaching it throws this event.
    case unsupported(event: String)
}

public struct MarkupAttribute: Hashable, Sendable {
    public var name: String
    public var value: String
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A step of executable content (VoiceXML 2.0 5.3).
public enum Instruction: Sendable {
    /// `<var>`.
    case declare(name: String, Expression?)
    case assign(AssignmentTarget, Expression)
    /// nil: all form items of the form.
    case clear([String]?)
    /// Inline `<script>`.
    case script(String)
    /// `<script src>` or `srcexpr`.
    case externalScript(Computed, fetchtimeout: CallDuration?, maxage: Int?, maxstale: Int?)
    /// Go on at that instruction.
    case jump(Int)
    /// Go on at that instruction unless the condition holds.
    case jumpUnless(Expression, Int)
    /// Queue a prompt, index into `prompts`.
    case prompt(Int)
    case throwEvent(Computed, message: Computed?)
    case reprompt
    case goto(FetchTarget)
    case gotoItem(Computed)
    case submit(FetchTarget, Submission)
    case exit(Expression?, namelist: [NamedExpression]?)
    case returnValues(namelist: [NamedExpression])
    case returnEvent(Computed, message: Computed?)
    case disconnect(namelist: [NamedExpression]?)
    case log(label: String?, expr: Expression?, content: [PromptContent])
    /// Throws an event that the compiler already knows: an element that is not built, an expression that is wrong.
    case fail(event: String, message: String)
    /// The end of the block.
    case end
}
