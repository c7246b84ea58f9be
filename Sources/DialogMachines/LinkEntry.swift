public import Diagnostics

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
