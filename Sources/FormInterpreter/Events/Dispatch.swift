import CallControl
import DialogMachines
import Expressions

/// Event handling (VoiceXML 2.0 5.2).
extension Interpreter {
    /// Finds the handler of an event and begins it.
    mutating func dispatch(_ event: DialogEvent) {
        guard state.control != .ended else { return }
        note(thrown: event)
        guard context != nil else { return end(uncaught: event) }
        let isNested: Bool
        if case .executing(let frame) = state.control, case .handler = frame.purpose {
            isNested = true
        } else {
            isNested = false
        }
        state.budget.nestedEvents = isNested ? state.budget.nestedEvents + 1 : 0
        guard state.budget.nestedEvents <= Budget.maximalNestedEvents else { return end(uncaught: event) }
        var event = event
        do throws(DialogEvent) {
            try countFailure(event)
        } catch {
            event = error
            if state.control == .ended { return }
        }
        guard state.control != .ended else { return }
        let resume = resumption
        leaveWaiting()
        count(event)
        handle(event, resume: resume)
    }

    /// What goes on when the handler of an event thrown now ends without a transition.
    private var resumption: CodeFrame.Resume {
        guard case .executing(let frame) = state.control else { return .selecting }
        switch frame.purpose {
        case .applicationInitialization: return .documentInitialization
        case .documentInitialization: return .dialogInitialization
        case .handler(let resume): return resume
        case .dialogInitialization, .block, .filled: return .selecting
        }
    }

    /// Leaves what the call stood on: the event takes its place.
    private mutating func leaveWaiting() {
        cancelWaiting()
        switch state.control {
        case .executing(let frame) where frame.purpose == .applicationInitialization: break
        default: state.control = .selecting
        }
    }

    private mutating func handle(_ event: DialogEvent, resume: CodeFrame.Resume) {
        do throws(DialogEvent) {
            withContext { $0.form.reprompts = false }
            let scope = makeEventScope(event)
            if let (index, machine) = try selectHandler(for: event, in: scope) {
                let document = self.machine(machine)
                world.observer?.reached(.handler(index), of: document)
                try execute(
                    document.handlerTable[index].code, of: machine, in: scope, isAnonymous: true,
                    purpose: .handler(resume: resume))
            } else {
                try handleByDefault(event, resume: resume)
            }
        } catch {
            // A condition of a catch, or the code of an empty handler's resumption, has thrown: that event is next.
            note(thrown: error)
            state.budget.nestedEvents += 1
            guard state.budget.nestedEvents <= Budget.maximalNestedEvents else { return end(uncaught: error) }
            count(error)
            handle(error, resume: resume)
        }
    }

    /// The anonymous scope of a catch.
    private mutating func makeEventScope(_ event: DialogEvent) -> HeapReference {
        let scope = makeScope(named: [])
        setVariable("_event", .string(event.name), in: scope)
        setVariable("_message", event.message.map { .string($0) } ?? .undefined, in: scope)
        return scope
    }

    /// The end of a catch without a transition.
    mutating func resumeAfterHandler(_ resume: CodeFrame.Resume) throws(DialogEvent) {
        switch resume {
        case .documentInitialization: try initializeDocument()
        case .dialogInitialization: try enterDialog()
        case .selecting:
            guard dialog != nil else { return end(.exit) }
            keepSilentUnlessReprompted()
            state.control = .selecting
        }
    }

    /// A catch is over, and the dialog goes on: what is visited next has its prompts only after a `<reprompt>` (5.3.6).
    mutating func keepSilentUnlessReprompted() {
        withContext { $0.form.keepsSilent = !$0.form.reprompts }
    }

    // MARK: - Counters

    /// Counts the event for its full name and each of its prefixes, at the item or the form (5.2.2).
    private mutating func count(_ event: DialogEvent) {
        withContext { context in
            let place = context.form.item ?? -1
            for prefix in EventName.prefixes(of: event.name) {
                context.form.eventCounts[place, default: [:]][prefix, default: 0] += 1
            }
        }
    }

    /// Counts failures at one item, however the flow answers them.
    private mutating func countFailure(_ event: DialogEvent) throws(DialogEvent) {
        guard event.isFailure, event.name != Budget.Limit.failures.event, let context, let item = context.form.item
        else { return }
        let place = ItemPlace(document: context.machine.uri, item: item)
        state.budget.failures = state.budget.failingItem == place ? state.budget.failures + 1 : 1
        state.budget.failingItem = place
        guard state.budget.failures > limit(.failures, default: Budget.defaultFailures) else { return }
        state.budget.failures = 0
        try raise(.failures, "too many failures at one item")
    }

    // MARK: - Selection

    /// The catch for an event: nearest scope first, then document order; of those that match, the highest count that
    /// has been reached; of these the first (5.2.4). Conditions see the variables of the catch.
    private mutating func selectHandler(
        for event: DialogEvent, in scope: HeapReference
    ) throws(DialogEvent) -> (index: Int, machine: ResourceID)? {
        nearestScopes.append(scope)
        defer { nearestScopes.removeLast() }
        let counts = context?.form.eventCounts[context?.form.item ?? -1] ?? [:]
        var best: (index: Int, machine: ResourceID)?
        var highest = 0
        for (machineID, range) in handlerRanges {
            let machine = machine(machineID)
            for index in range {
                let handler = machine.handlerTable[index]
                guard handler.count > highest,
                    let pattern = Self.pattern(of: handler, matching: event.name),
                    handler.count <= counts[pattern] ?? 1,
                    try holds(handler.cond)
                else { continue }
                best = (index, machineID)
                highest = handler.count
            }
        }
        return best
    }

    /// The handlers in scope, nearest first.
    private var handlerRanges: [(ResourceID, Range<Int>)] {
        guard let context else { return [] }
        let document = machine(context.machine)
        var ranges: [(ResourceID, Range<Int>)] = []
        if context.dialogScope != nil {
            if let item = context.form.item { ranges.append((context.machine, document.items[item].handlers)) }
            ranges.append((context.machine, document.dialogs[context.dialog].handlers))
        }
        ranges.append((context.machine, document.handlers))
        if context.root != context.machine { ranges.append((context.root, machine(context.root).handlers)) }
        return ranges
    }

    /// The name in a handler's list that catches the event, in the form in which it is counted.
    private static func pattern(of handler: HandlerEntry, matching event: String) -> String? {
        if handler.events.isEmpty { return "" }
        guard let pattern = handler.events.first(where: { EventName.matches($0, event: event) }) else { return nil }
        return pattern.hasSuffix(".") ? String(pattern.dropLast()) : pattern
    }
}
