import DialogMachines

/// What happens at an item that asks for keys when an event comes there: its handlers and those around it.
struct Reactions {
    /// Nearest first.
    private let scopes: [[Reaction]]

    /// - Parameter around: of the dialog, the document and its root.
    init(_ item: FormItemEntry, in machine: DialogMachine, around: [[Reaction]]) {
        let own = item.handlers.map { Reaction(machine.handlerTable[$0], of: item.name, in: machine) }
        scopes = [own] + around
    }

    var all: some Sequence<Reaction> { scopes.joined() }

    /// How often this event can ask again and be counted; nil: without end.
    func reprompts(after event: String) -> Int? {
        let (outcomes, goOn) = outcomes(of: event)
        if goOn, outcomes.last == true { return nil }
        return outcomes.count { $0 }
    }

    /// How often this event can come before the item is left or its counters begin anew; nil: without end.
    func times(of event: String) -> Int? {
        let (outcomes, goOn) = outcomes(of: event)
        return goOn ? nil : outcomes.count
    }

    /// Whether the item can be asked again, the first time that the event comes, the second, and so on, and whether the
    /// last of them goes on without end.
    private func outcomes(of event: String) -> (mayReprompt: [Bool], goOn: Bool) {
        let reactions = scopes.joined().filter { $0.catches(event) }
        let last = reactions.map(\.count).max() ?? 1
        var outcomes: [Bool] = []
        for number in 1...last + 1 {
            let outcome = Self.outcome(of: reactions, at: number)
            outcomes.append(outcome.mayReprompt)
            if outcome.ends { return (outcomes, false) }
        }
        return (outcomes, true)
    }

    /// What can happen the nth time: what has the highest count, up to the first that has no condition; without any,
    /// the default asks again.
    private static func outcome(of reactions: [Reaction], at number: Int) -> (mayReprompt: Bool, ends: Bool) {
        let eligible = reactions.filter { $0.count <= number }
        let counts = Set(eligible.map(\.count)).sorted(by: >)
        var possible: [Reaction] = []
        for count in counts {
            for reaction in eligible where reaction.count == count {
                possible.append(reaction)
                if !reaction.isConditional {
                    return (possible.contains(where: \.mayReprompt), possible.allSatisfy(\.ends))
                }
            }
        }
        return (true, false)
    }
}

extension DialogMachine {
    /// What handlers do that are of no item.
    func reactions(in handlers: Range<Int>) -> [Reaction] {
        handlers.map { Reaction(self.handlerTable[$0], in: self) }
    }
}
