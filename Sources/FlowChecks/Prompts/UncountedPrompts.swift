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
            return machine.items[dialog.items].filter(\.takesKeys).flatMap { item -> [Finding] in
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

/// How far the prompt counter of an item can come.
private struct PromptCounter {
    private let scopes: [[Reaction]]
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
        scopes = [machine.reactions(in: item.handlers)] + around
    }

    /// nil: as far as the caller goes on.
    var most: Int? {
        guard !isVisitedOtherwise, !mayMatchWithoutFilling, !otherEventsReprompt else { return nil }
        var most = 1
        for event in ["noinput", "nomatch"] + (isHelpThrown ? ["help"] : []) {
            guard let times = reprompts(after: event) else { return nil }
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
        scopes.joined().contains { reaction in
            let isOfInput =
                !reaction.events.isEmpty && reaction.events.allSatisfy(["noinput", "nomatch", "help"].contains)
            return !isOfInput && reaction.mayReprompt
        }
    }

    private var isHelpThrown: Bool { facts.contains(where: \.mayThrowHelp) }

    /// How often this event can ask again; nil: without end.
    private func reprompts(after event: String) -> Int? {
        let reactions = scopes.joined().filter { $0.catches(event) }
        let last = reactions.map(\.count).max() ?? 1
        var times = 0
        for number in 1...last + 1 {
            let outcome = outcome(of: reactions, at: number)
            if outcome.mayReprompt {
                guard number <= last else { return nil }
                times += 1
            }
            if outcome.leaves { return times }
        }
        return times
    }

    /// What can happen the nth time: what has the highest count, up to the first that has no condition; without any,
    /// the default asks again.
    private func outcome(of reactions: [Reaction], at number: Int) -> (mayReprompt: Bool, leaves: Bool) {
        let eligible = reactions.filter { $0.count <= number }
        let counts = Set(eligible.map(\.count)).sorted(by: >)
        var possible: [Reaction] = []
        for count in counts {
            for reaction in eligible where reaction.count == count {
                possible.append(reaction)
                if !reaction.isConditional {
                    return (possible.contains(where: \.mayReprompt), possible.allSatisfy(\.leaves))
                }
            }
        }
        return (true, false)
    }
}

extension DialogMachine {
    fileprivate func reactions(in handlers: Range<Int>) -> [Reaction] {
        handlers.map { Reaction(self.handlerTable[$0], in: self) }
    }
}

/// What a handler does.
private struct Reaction {
    let events: [String]
    let count: Int
    let isConditional: Bool
    /// Whether it can end with the item asked again and counted.
    private(set) var mayReprompt = false
    /// Whether it always ends elsewhere.
    private(set) var leaves = true

    init(_ handler: HandlerEntry, in machine: DialogMachine) {
        events = handler.events
        count = handler.count
        isConditional = handler.cond != nil
        guard let entry = handler.code.entry else {
            leaves = false
            return
        }
        follow(from: entry, in: machine)
    }

    func catches(_ event: String) -> Bool { events.isEmpty || events.contains(event) }

    /// All ways through the code, each instruction once with and once without a `<reprompt>` before it.
    private mutating func follow(from entry: Int, in machine: DialogMachine) {
        var waiting = [(index: entry, hasReprompted: false)]
        var seen: Set<Int> = []
        while let (index, hasReprompted) = waiting.popLast() {
            guard machine.instructions.indices.contains(index),
                seen.insert(index * 2 + (hasReprompted ? 1 : 0)).inserted
            else { continue }
            switch machine.instructions[index] {
            case .reprompt: waiting.append((index + 1, true))
            case .jump(let target): waiting.append((target, hasReprompted))
            case .jumpUnless(_, let target), .nextElement(_, let target):
                waiting += [(index + 1, hasReprompted), (target, hasReprompted)]
            case .goto, .submit, .exit, .returnValues, .returnEvent, .disconnect: break
            // What it comes to is somebody else's.
            case .throwEvent, .fail, .gotoItem:
                mayReprompt = true
                leaves = false
            case .end:
                leaves = false
                if hasReprompted { mayReprompt = true }
            default: waiting.append((index + 1, hasReprompted))
            }
        }
    }
}
