import Diagnostics
import DialogMachines
import Grammars

/// Grammars that no keys match.
enum EmptyGrammars: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        document.machine.grammars.filter(\.matchesNothing).map { .grammarMatchesNothing(at: $0.position) }
    }
}

extension GrammarEntry {
    /// The automaton holds only what can still match, so that the first key decides.
    fileprivate var matchesNothing: Bool {
        guard case .compiled(let grammar) = source, grammar.mode == .dtmf else { return false }
        let active = ActiveGrammars([grammar])
        return active.standing(active.start) == .noMatch || active.nextKeys(active.start).isEmpty
    }
}
