public import Diagnostics

/// A `<catch>` or one of its shorthands (VoiceXML 2.0 5.2).
public struct Catch: Sendable {
    public let kind: Kind
    /// The event names of a `<catch>`; nil: every event. A shorthand has none.
    public let event: SourceText?
    public let cond: SourceText?
    public let count: SourceText?
    public let content: [ExecutableContent]
    public let position: SourcePosition

    public init(
        kind: Kind, event: SourceText? = nil, cond: SourceText? = nil, count: SourceText? = nil,
        content: [ExecutableContent] = [], position: SourcePosition
    ) {
        self.kind = kind
        self.event = event
        self.cond = cond
        self.count = count
        self.content = content
        self.position = position
    }

    /// The element: a shorthand catches the event of its own name.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case `catch`, noinput, nomatch, help, error
    }
}
