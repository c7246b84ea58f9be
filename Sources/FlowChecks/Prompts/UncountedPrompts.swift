import Diagnostics
import DialogMachines
import Expressions

/// Prompts whose `count` the item's prompt counter never comes to (VoiceXML 2.0 4.1.6): everything that happens there
/// leaves before, or asks again without `<reprompt>`.
enum UncountedPrompts: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        let root = flow.root(of: document)
        guard (document.machine.application == nil) == (root == nil) else { return [] }
        let machine = document.machine
        let machines = [machine, root?.machine].compactMap(\.self)
        let facts = machines.map(MachineFacts.init)
        let everywhere = machines.map { $0.reactions(in: $0.handlers) }
        return machine.dialogs.flatMap { dialog in
            let around = [machine.reactions(in: dialog.handlers)] + everywhere
            return machine.items[dialog.items].flatMap { item -> [Finding] in
                let counted = item.prompts.filter { machine.prompts[$0].count > 1 }
                guard !counted.isEmpty,
                    let most = PromptCounter(item, of: dialog, in: machine, around, facts).most
                else { return [] }
                return counted.map { machine.prompts[$0] }.filter { $0.count > most }
                    .map { .uncountedPrompt($0.count, most: most, at: $0.position) }
            }
        }
    }
}

extension FormItemEntry {
    /// What comes where callers are asked: a recording waits for them, the others do not.
    fileprivate var eventsOfInput: [String] {
        switch kind {
        case .field, .menu, .initial: ["noinput", "nomatch"]
        case .record: ["noinput"]
        case .block, .object, .subdialog, .transfer: []
        }
    }
}

/// How far the prompt counter of an item can come.
private struct PromptCounter {
    private let reactions: Reactions
    private let facts: [MachineFacts]
    private let machine: DialogMachine
    private let item: FormItemEntry
    private let dialog: DialogEntry

    /// - Parameters:
    ///   - around: what the handlers of the dialog, the document and its root do.
    ///   - facts: of the document and its root.
    init(
        _ item: FormItemEntry, of dialog: DialogEntry, in machine: DialogMachine, _ around: [[Reaction]],
        _ facts: [MachineFacts]
    ) {
        self.item = item
        self.dialog = dialog
        self.machine = machine
        self.facts = facts
        reactions = Reactions(item, in: machine, around: around)
    }

    /// nil: as far as the caller goes on.
    var most: Int? {
        guard !isVisitedOtherwise, !mayMatchWithoutFilling, !otherEventsReprompt else { return nil }
        var most = 1
        for event in item.eventsOfInput + (isHelpThrown && item.takesKeys ? ["help"] : []) {
            guard let times = reactions.reprompts(after: event) else { return nil }
            most += times
        }
        return most
    }

    /// Whether something other than an event can lead back here while the counter stays.
    private var isVisitedOtherwise: Bool {
        facts.contains { facts in
            facts.goesToItems || (item.name.map { name in facts.assigned.contains { $0.hasSuffix(name) } } ?? false)
        }
    }

    /// Whether keys can match and leave the item empty, so that it asks again: what its form's grammars match, and
    /// what tags make of its own, may fill others.
    private var mayMatchWithoutFilling: Bool {
        !dialog.grammars.isEmpty || machine.grammars[item.grammars].contains { $0.result == .semantics }
    }

    /// Whether an event beside those of input is caught and asks again.
    private var otherEventsReprompt: Bool {
        reactions.all.contains { reaction in
            let isOfInput =
                !reaction.events.isEmpty && reaction.events.allSatisfy(["noinput", "nomatch", "help"].contains)
            return !isOfInput && reaction.mayReprompt
        }
    }

    private var isHelpThrown: Bool { facts.contains(where: \.mayThrowHelp) }
}
