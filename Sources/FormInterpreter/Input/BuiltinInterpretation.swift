import CallControl
import Diagnostics
import Expressions
import Grammars

/// Builtin types and what their keys mean (VoiceXML 2.0 appendix P).
extension Interpreter {
    /// The grammar of a `builtin:` URI that was only known now.
    func compile(builtin: String) throws(DialogEvent) -> CompiledGrammar {
        let grammar = try builtinGrammar(builtin)
        do throws(GrammarError) {
            return try grammar.compile()
        } catch {
            throw .badfetch(error.diagnostic.message)
        }
    }

    /// The value that the keys have for a builtin type.
    func interpret(_ keys: [DTMFKey], asBuiltin type: String) throws(DialogEvent) -> Value {
        switch try builtinGrammar(type).interpretation(of: keys) {
        case .bool(let value): .bool(value)
        case .string(let value): .string(value)
        }
    }

    private func builtinGrammar(_ type: String) throws(DialogEvent) -> BuiltinGrammar {
        do throws(BuiltinError) {
            return try BuiltinGrammar(type)
        } catch {
            throw DialogEvent(error.event, error.message)
        }
    }
}
