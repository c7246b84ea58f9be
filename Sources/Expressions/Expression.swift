/// An ECMAScript expression of a document, parsed once.
public struct Expression: Hashable, Sendable {
    /// How it is evaluated.
    public enum Form: Hashable, Sendable {
        /// By `NativeEvaluator`.
        case native(ExpressionNode)
        /// By a `ScriptEvaluator`.
        case script
        /// Not at all: reaching it is `error.semantic` with this message.
        case invalid(String)
    }

    public let source: String
    public let form: Form

    /// Parses the text: natively where the everyday subset serves, else by asking whether the engine could.
    public init(_ source: String, checker: any ScriptSyntaxChecker) {
        self.source = source
        self.form = .script
    }

    /// Evaluates it.
    public func evaluate(
        in environment: inout Environment, with evaluator: any ScriptEvaluator
    ) throws(ScriptFailure) -> Value {
        .undefined
    }
}

/// Placeholder: the syntax tree of the everyday subset.
public indirect enum ExpressionNode: Hashable, Sendable {
    case literal(Value)
}

/// What an `<assign>` writes to: a variable, or a member of what an expression gives (`application.x`, `a[0].b`).
public struct AssignmentTarget: Hashable, Sendable {
    public let source: String

    public init(_ source: String, checker: any ScriptSyntaxChecker) {
        self.source = source
    }

    /// Assigns. An undeclared variable is a failure.
    public func assign(
        _ value: Value, in environment: inout Environment, with evaluator: any ScriptEvaluator
    ) throws(ScriptFailure) {}
}
