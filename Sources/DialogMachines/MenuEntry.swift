public import Diagnostics

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
