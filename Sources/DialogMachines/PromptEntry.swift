public import CallControl
public import Diagnostics
public import Expressions

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
    /// `<foreach>`: the content once for each element of the array.
    case foreach(array: Expression, variable: AssignmentTarget, content: [PromptContent])
}

public struct MarkupAttribute: Hashable, Sendable {
    public var name: String
    public var value: String
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
