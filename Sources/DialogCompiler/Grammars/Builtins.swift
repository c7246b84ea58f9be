import Diagnostics
import DialogMachines
import Dialogs
import Grammars

extension Compilation {
    /// The grammar of a field's `type` (VoiceXML 2.0 2.3.1).
    mutating func builtinGrammar(_ type: SourceText) -> GrammarEntry {
        GrammarEntry(
            source: builtinSource(type), result: .builtin(type.text), scope: .dialog, position: type.position)
    }

    /// A builtin grammar by its type or its `builtin:` URI. One that there is not throws when it is activated; one with
    /// wrong parameters refuses the document.
    mutating func builtinSource(_ type: SourceText) -> GrammarEntry.Source {
        if let known = builtinGrammars[type.text] { return .compiled(known) }
        do throws(BuiltinError) {
            let builtin = try BuiltinGrammar(type.text)
            do throws(GrammarError) {
                let grammar = try builtin.compile()
                builtinGrammars[type.text] = grammar
                return .compiled(grammar)
            } catch {
                report(.badBuiltin(type, problem: error.diagnostic.message))
                return .unsupported(event: "error.badfetch", message: error.diagnostic.message)
            }
        } catch {
            switch error.kind {
            case .unknownType: report(.unknownBuiltin(type, problem: error.message))
            case .badParameters: report(.badBuiltin(type, problem: error.message))
            }
            return .unsupported(event: error.event, message: error.message)
        }
    }
}
