import CallControl
import DialogMachines
import Expressions

/// One run of a session: its state moved in, the world it runs in, and the commands it gives. Thrown away after each
/// event; what must last is in `state`.
struct Interpreter {
    var state: SessionState
    let world: World
    var commands: [CallCommand] = []
    /// Scopes of the moment, nearer than all others: the variables of an `<enumerate>` template.
    var nearestScopes: [HeapReference] = []

    init(state: SessionState, world: World) {
        self.state = state
        self.world = world
    }

    /// Runs until the call rests.
    mutating func run() {
        while state.control.isRunning {
            do throws(DialogEvent) {
                // Counted before it is done: what a step has asked of the world outside is not taken back by a limit.
                try spendStep()
                switch state.control {
                case .executing(let frame): try step(frame)
                case .selecting: try select()
                case .idle, .fetching, .collecting, .invoking, .transferring, .recording, .ended: return
                }
            } catch {
                dispatch(error)
            }
        }
    }

    /// Counts a step; too many between two events from outside stop the flow (voicexml: a loop without a prompt).
    mutating func spendStep() throws(DialogEvent) {
        state.budget.steps += 1
        guard state.budget.steps > stepLimit else { return }
        state.budget.steps = 0
        try raise(.steps, "the flow takes too many steps without waiting for the caller")
    }

    private var stepLimit: Int {
        guard let document, let root, document.setsStepLimit || root.setsStepLimit else { return Budget.defaultSteps }
        return limit(.steps, default: Budget.defaultSteps)
    }

    /// Raises the event of a limit once; at the second time the session ends.
    mutating func raise(_ limit: Budget.Limit, _ message: String) throws(DialogEvent) {
        let event = DialogEvent(limit.event, message)
        guard state.budget.raised.insert(limit).inserted else { return end(uncaught: event) }
        throw event
    }

    /// A limit as the properties have it.
    func limit(_ limit: Budget.Limit, default standard: Int) -> Int {
        property(limit.property).flatMap { Int($0) } ?? standard
    }

    mutating func emit(_ command: CallCommand) { commands.append(command) }

    // MARK: - Where the call is

    var context: ExecutionContext? { state.contexts.last }

    /// Changes the current context, if there is one.
    mutating func withContext(_ change: (inout ExecutionContext) -> Void) {
        guard !state.contexts.isEmpty else { return }
        change(&state.contexts[state.contexts.count - 1])
    }

    /// The machine with that id. A session runs only in a world that has all its machines: `admit` sees to that.
    func machine(_ id: ResourceID) -> DialogMachine {
        world.machine(id)
            ?? DialogMachine(
                DialogTables(id: id, base: id.uri, file: id.uri, version: "2.1", lang: "en-US", application: nil))
    }

    /// The current document's machine.
    var document: DialogMachine? {
        guard let current = state.contexts.indices.last else { return nil }
        return machine(state.contexts[current].machine)
    }

    /// The machine of its application root; the same where that is the document itself.
    var root: DialogMachine? {
        guard let current = state.contexts.indices.last else { return nil }
        return machine(state.contexts[current].root)
    }

    /// The active dialog; nil before the first one is entered.
    var dialog: DialogEntry? {
        guard let current = state.contexts.indices.last, state.contexts[current].dialogScope != nil else { return nil }
        return machine(state.contexts[current].machine).dialogs[state.contexts[current].dialog]
    }

    /// The item that is being visited.
    var item: FormItemEntry? {
        guard let current = state.contexts.indices.last, let index = state.contexts[current].form.item else {
            return nil
        }
        return machine(state.contexts[current].machine).items[index]
    }

    var isLineUp: Bool { state.line == .up }
}

extension DialogMachine {
    /// Whether a property somewhere in it says how many steps a flow may take.
    fileprivate var setsStepLimit: Bool { sets(property: Budget.Limit.steps.property) }
}
