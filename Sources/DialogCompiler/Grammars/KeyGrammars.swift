import DialogMachines
import Dialogs
import Grammars

extension Compilation {
    /// The grammar of a `dtmf` attribute: this sequence of keys and no other. Empty when there is none, or it is wrong.
    mutating func keyGrammar(
        _ keys: SourceText?, result: GrammarEntry.Result, scope: DialogEntry.Scope
    ) -> [GrammarEntry] {
        guard let keys else { return [] }
        guard let grammar = keyGrammars[keys.text] ?? CompiledGrammar(keySequence: keys.text) else {
            report(.badKeys(keys))
            return []
        }
        keyGrammars[keys.text] = grammar
        return [GrammarEntry(source: .compiled(grammar), result: result, scope: scope, position: keys.position)]
    }

    /// The grammar of a phrase: it counts as active and matches no key.
    func phraseGrammar(
        _ phrase: SourceText?, result: GrammarEntry.Result, scope: DialogEntry.Scope
    ) -> [GrammarEntry] {
        guard let phrase, !phrase.collapsed.isEmpty else { return [] }
        return [GrammarEntry(source: .compiled(.voice), result: result, scope: scope, position: phrase.position)]
    }
}

extension SourceText {
    /// The characters that are not white space.
    var keyText: String { text.filter { !$0.isXMLSpace } }
}
