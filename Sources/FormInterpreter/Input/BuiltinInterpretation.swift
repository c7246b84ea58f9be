import CallControl
import Expressions
import Grammars

/// Placeholder until the builtin grammars stand.
extension Interpreter {
    func compile(builtin: String) throws(DialogEvent) -> CompiledGrammar { throw .badfetch("") }
    mutating func interpret(_ keys: [DTMFKey], asBuiltin: String) throws(DialogEvent) -> Value { .string(keys.text) }
}
