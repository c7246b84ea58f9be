import Diagnostics
import DialogMachines
import Grammars

/// Choices of a menu that no key selects while others of it have keys.
enum UnselectableChoices: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        let machine = document.machine
        return machine.items.flatMap { item -> [Finding] in
            guard case .menu(let menu) = item.kind else { return [] }
            let selected = Set(
                machine.grammars[item.grammars].filter { !$0.isOfVoice }.compactMap { grammar in
                    if case .choice(let index) = grammar.result { index } else { nil }
                })
            guard !selected.isEmpty else { return [] }
            return menu.choices.indices.filter { !selected.contains($0) }
                .map { .unselectableChoice(at: menu.choices[$0].position) }
        }
    }
}
