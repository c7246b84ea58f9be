public import Diagnostics
public import Expressions

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
