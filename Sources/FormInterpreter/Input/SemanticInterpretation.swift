import CallControl
import Expressions
import Grammars

/// Placeholder until the semantic interpreter stands.
struct SemanticInterpretation {
    static func interpret(
        _ match: RuleMatch, grammar: CompiledGrammar, in environment: inout Environment,
        evaluator: any ScriptEvaluator, checker: any ScriptSyntaxChecker
    ) throws(ScriptFailure) -> Value { .string(match.keys.text) }
}
