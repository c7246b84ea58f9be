public import MarkupReader

/// What the language says of one element: where it stands, what it has and holds.
public final class ElementRule: Sendable {
    public let name: String
    /// Where it is described: `VoiceXML 2.0 5.3.7`.
    public let section: String
    public let since: LanguageVersion
    public let attributes: [AttributeRule]
    /// Of which attributes only one can be there.
    public let choices: [AttributeChoice]
    /// Names of the elements that can stand in it.
    public let children: [String]
    private let childNames: Set<String>
    public let content: Content
    public var state: SupportState { .element(name) }

    /// What becomes of one of its attributes.
    public func state(of attribute: AttributeRule) -> SupportState {
        state == .works ? .attribute(attribute.name, of: name) : state
    }

    /// What stands in an element besides its child elements.
    public enum Content: Sendable {
        /// White space only.
        case elements
        case text
        /// Markup of another language, which others check: of grammars and metadata.
        case foreign
    }

    init(
        _ name: String, _ section: String, since: LanguageVersion = .v20, _ attributes: [AttributeRule] = [],
        choices: [AttributeChoice] = [], children: [String] = [], content: Content = .elements
    ) {
        self.name = name
        self.section = section
        self.since = since
        self.attributes = attributes
        self.choices = choices
        self.children = children
        childNames = Set(children)
        self.content = content
    }

    /// Whether an element of that name can stand in it.
    func isParent(of name: String) -> Bool { childNames.contains(name) }

    public func attribute(_ name: String) -> AttributeRule? { attributes.first { $0.name == name } }

    /// The rule of an attribute of VoiceXML, or of one that Dialtone adds; nil when it belongs to somebody else.
    public func attribute(_ attribute: MarkupAttribute) -> AttributeRule? {
        switch attribute.namespace {
        case nil: self.attribute(attribute.name)
        case Namespace.dialtone: Language.dialtoneAttributes[name]?.first { $0.name == attribute.name }
        default: nil
        }
    }
}

/// A version of VoiceXML, as the `version` attribute of `<vxml>` names it.
public enum LanguageVersion: String, Comparable, Sendable, CaseIterable {
    case v20 = "2.0"
    case v21 = "2.1"

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// An attribute of an element.
public struct AttributeRule: Sendable, ExpressibleByStringLiteral {
    public let name: String
    public let isRequired: Bool
    public let since: LanguageVersion
    public let format: Format

    /// What the value looks like. The parser checks words and names of events; what needs a hint of its own, or means
    /// something in other languages, the compiler checks.
    public enum Format: Hashable, Sendable {
        case any
        /// The name of one event: no white space.
        case eventName
        case words([String])
        case boolean
        /// `5s`, `800ms`
        case time
        case count(from: Int)
        /// A number from 0.
        case number
        /// Keys, with or without white space between them.
        case keys
        case uri
        case expression
        /// What an expression can be assigned to.
        case assignable
        /// Variables, separated by white space.
        case names
    }

    /// - Parameter format: nil: what attributes of that name usually hold.
    init(_ name: String, isRequired: Bool = false, since: LanguageVersion = .v20, format: Format? = nil) {
        self.name = name
        self.isRequired = isRequired
        self.since = since
        self.format = format ?? .standard(name)
    }

    /// An optional attribute of VoiceXML 2.0.
    public init(stringLiteral name: String) { self.init(name) }

    static func required(_ name: String) -> Self { AttributeRule(name, isRequired: true) }
    static func v21(_ name: String) -> Self { AttributeRule(name, since: .v21) }

    static func words(_ name: String, _ words: String...) -> Self { AttributeRule(name, format: .words(words)) }

    /// `event` where it names the one event to throw.
    static let event = AttributeRule("event", format: .eventName)
}

/// Attributes that exclude each other.
public struct AttributeChoice: Sendable {
    public let names: [String]
    /// Whether one of them has to be there.
    public let isRequired: Bool
    /// Whether content of the element counts as one of them, as with an inline script.
    public let includesContent: Bool

    /// Exactly one.
    static func one(_ names: String..., orContent: Bool = false) -> Self {
        AttributeChoice(names: names, isRequired: true, includesContent: orContent)
    }

    /// One or none.
    static func optional(_ names: String...) -> Self {
        AttributeChoice(names: names, isRequired: false, includesContent: false)
    }
}
