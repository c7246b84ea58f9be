import Diagnostics
import DialogMachines

/// Handlers whose `count` an item's counter of their event never comes to (VoiceXML 2.0 5.2.2): what handles the event
/// before leaves, or clears the counters.
enum UncountedHandlers: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        let root = flow.root(of: document)
        guard (document.machine.application == nil) == (root == nil) else { return [] }
        let machine = document.machine
        let everywhere = [machine, root?.machine].compactMap(\.self).map { $0.reactions(in: $0.handlers) }
        return machine.dialogs.flatMap { dialog -> [Finding] in
            let items = machine.items[dialog.items].filter { !$0.isBlock }
            let counted = (items.flatMap { Array($0.handlers) } + dialog.handlers).filter {
                machine.handlerTable[$0].isCounted
            }
            // Other items throw these events in ways of their own.
            guard !counted.isEmpty, items.allSatisfy(\.takesKeys) else { return [] }
            let around = [machine.reactions(in: dialog.handlers)] + everywhere
            let reactions = items.map { (item: $0, reactions: Reactions($0, in: machine, around: around)) }
            return counted.compactMap { index in
                let handler = machine.handlerTable[index]
                let places = reactions.filter { $0.item.handlers.contains(index) || dialog.handlers.contains(index) }
                let times = places.flatMap { place in handler.events.map { place.reactions.times(of: $0) ?? .max } }
                guard let most = times.max(), most < handler.count else { return nil }
                return .uncountedHandler(handler.count, most: most, at: handler.position)
            }
        }
    }
}

extension HandlerEntry {
    /// Whether it waits for a later time of what happens when a caller is asked for keys.
    fileprivate var isCounted: Bool {
        count > 1 && !events.isEmpty && events.allSatisfy(["help", "noinput", "nomatch"].contains)
    }
}

extension FormItemEntry {
    fileprivate var isBlock: Bool {
        if case .block = kind { true } else { false }
    }
}
