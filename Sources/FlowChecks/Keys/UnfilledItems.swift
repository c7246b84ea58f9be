import Diagnostics
import DialogMachines
import Grammars

/// Items that no key can fill: links only lead away from them.
enum UnfilledItems: KeyRule {
    static func findings(in listening: Listening, of flow: Flow) -> [Finding] {
        let machine = listening.document.machine
        return listening.items.compactMap { place in
            let item = machine.items[place.index]
            let filling =
                machine.grammars[item.grammars]
                + (item.isModal ? [] : machine.grammars[machine.dialogs[place.dialog].grammars])
            if filling.isEmpty { return .nothingFills(item.kind.element, at: item.position) }
            return filling.allSatisfy(\.isOfVoice) ? .onlyVoiceFills(item.kind.element, at: item.position) : nil
        }
    }
}

extension GrammarEntry {
    var isOfVoice: Bool {
        if case .compiled(let grammar) = source { grammar.mode == .voice } else { false }
    }
}
