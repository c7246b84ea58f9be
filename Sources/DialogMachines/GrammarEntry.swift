public import CallControl
public import Diagnostics
public import Grammars

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
        /// A builtin type as it is named, with its parameters: the keys are converted (`1` of boolean is true).
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
