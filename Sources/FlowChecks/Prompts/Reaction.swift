import DialogMachines

/// What a handler does.
struct Reaction {
    let events: [String]
    let count: Int
    let isConditional: Bool
    /// Whether it can end with the item asked again and counted.
    private(set) var mayReprompt = false
    /// Whether the counters of the item never go on behind it: it always ends elsewhere, or clears them.
    private(set) var ends = true

    /// - Parameter item: the name of the item that it is of, if it is of one.
    init(_ handler: HandlerEntry, of item: String? = nil, in machine: DialogMachine) {
        events = handler.events
        count = handler.count
        isConditional = handler.cond != nil
        guard let entry = handler.code.entry else {
            ends = false
            return
        }
        follow(from: entry, of: item, in: machine)
    }

    func catches(_ event: String) -> Bool { events.isEmpty || events.contains(event) }

    /// A place that the code can come to, and what came before.
    private struct Step: Hashable {
        var index: Int
        var hasReprompted = false
        var hasCleared = false

        func next(_ index: Int) -> Step { Step(index: index, hasReprompted: hasReprompted, hasCleared: hasCleared) }
    }

    /// All ways through the code, each instruction once with each past.
    private mutating func follow(from entry: Int, of item: String?, in machine: DialogMachine) {
        var waiting = [Step(index: entry)]
        var seen: Set<Step> = []
        while let step = waiting.popLast() {
            guard machine.instructions.indices.contains(step.index), seen.insert(step).inserted else { continue }
            var next = step.next(step.index + 1)
            switch machine.instructions[step.index] {
            case .reprompt:
                next.hasReprompted = true
                waiting.append(next)
            case .clear(let names):
                if names.map({ $0.contains { $0 == item } }) ?? true { next.hasCleared = true }
                waiting.append(next)
            case .jump(let target): waiting.append(step.next(target))
            case .jumpUnless(_, let target), .nextElement(_, let target): waiting += [next, step.next(target)]
            case .goto, .submit, .exit, .returnValues, .returnEvent, .disconnect: break
            // What it comes to is somebody else's.
            case .throwEvent, .fail, .gotoItem:
                mayReprompt = true
                ends = false
            case .end:
                guard !step.hasCleared else { break }
                ends = false
                if step.hasReprompted { mayReprompt = true }
            default: waiting.append(next)
            }
        }
    }
}
