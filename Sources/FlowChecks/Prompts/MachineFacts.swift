import DialogMachines
import Expressions

/// What a whole document does somewhere, gathered once.
struct MachineFacts {
    /// Whether it has a `<goto>` to an item.
    private(set) var goesToItems = false
    /// What it assigns to.
    private(set) var assigned: Set<String> = []
    /// Whether something throws `help`, or may.
    private(set) var mayThrowHelp: Bool

    init(_ machine: DialogMachine) {
        let properties = [machine.properties] + machine.dialogs.map(\.properties) + machine.items.map(\.properties)
        mayThrowHelp = properties.contains { $0["universals"] != nil }
        for instruction in machine.instructions {
            switch instruction {
            case .gotoItem: goesToItems = true
            case .assign(let target, _), .nextElement(let target, _): assigned.insert(target.source)
            case .throwEvent(let event, _): add(thrown: event)
            default: break
            }
        }
        for item in machine.items {
            if case .menu(let menu) = item.kind { for choice in menu.choices { add(choice.action) } }
        }
        for link in machine.linkTable { add(link.action) }
    }

    private mutating func add(_ action: SelectionAction) {
        if case .throwEvent(let event, _) = action { add(thrown: event) }
    }

    private mutating func add(thrown event: Computed) {
        switch event {
        case .literal(let name): if name == "help" || name.hasPrefix("help.") { mayThrowHelp = true }
        case .expression: mayThrowHelp = true
        }
    }
}
