public import Diagnostics

/// A VoiceXML document: the `<vxml>` element (VoiceXML 2.0 1.5.1).
public struct Document: Sendable {
    /// The document's absolute URI, without a fragment.
    public let uri: String
    /// The path or URI shown to people.
    public let file: String
    /// `2.0` or `2.1`.
    public let version: String
    public let application: SourceText?
    /// `xml:base`.
    public let base: SourceText?
    /// `xml:lang`.
    public let lang: SourceText?
    public let metas: [Meta]
    public let properties: [Property]
    /// `<var>`, `<script>` and `<data>` in document order.
    public let initializers: [Initializer]
    public let handlers: [Catch]
    public let links: [Link]
    public let dialogs: [Dialog]
    private let dialogNumbers: [String: Int]
    public let position: SourcePosition

    public init(
        uri: String, file: String, version: String, application: SourceText? = nil, base: SourceText? = nil,
        lang: SourceText? = nil, metas: [Meta] = [], properties: [Property] = [], initializers: [Initializer] = [],
        handlers: [Catch] = [], links: [Link] = [], dialogs: [Dialog] = [], position: SourcePosition
    ) {
        self.uri = uri
        self.file = file
        self.version = version
        self.application = application
        self.base = base
        self.lang = lang
        self.metas = metas
        self.properties = properties
        self.initializers = initializers
        self.handlers = handlers
        self.links = links
        self.dialogs = dialogs
        self.position = position
        dialogNumbers = Dictionary(
            dialogs.enumerated().compactMap { number, dialog in dialog.id.map { ($0.text, number) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The index of the first dialog with that id.
    public func dialog(named id: String) -> Int? { dialogNumbers[id] }
}

/// A `<form>` or a `<menu>`.
public enum Dialog: Sendable {
    case form(Form)
    case menu(Menu)

    public var id: SourceText? {
        switch self {
        case .form(let form): form.id
        case .menu(let menu): menu.id
        }
    }

    public var position: SourcePosition {
        switch self {
        case .form(let form): form.position
        case .menu(let menu): menu.position
        }
    }
}

/// What runs when a document or a form is initialized, in document order.
public enum Initializer: Sendable {
    case variable(Variable)
    case script(Script)
    case data(DataElement)
}

/// A `<meta>` (VoiceXML 2.0 6.2.1). Dialtone reads it and does nothing with it.
public struct Meta: Sendable {
    public let name: SourceText?
    /// `http-equiv`.
    public let httpEquiv: SourceText?
    public let content: SourceText?
    public let position: SourcePosition

    public init(
        name: SourceText? = nil, httpEquiv: SourceText? = nil, content: SourceText? = nil, position: SourcePosition
    ) {
        self.name = name
        self.httpEquiv = httpEquiv
        self.content = content
        self.position = position
    }
}
