import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    /// Links of one scope, in document order.
    mutating func links(_ links: [Link]) -> Range<Int> {
        let start = machine.linkTable.count
        for link in links { machine.linkTable.append(entry(link, index: machine.linkTable.count)) }
        return start..<machine.linkTable.count
    }

    private mutating func entry(_ link: Link, index: Int) -> LinkEntry {
        var grammars = keyGrammar(link.dtmf, result: .link(index), scope: .dialog)
        grammars += link.grammars.compactMap { grammar($0, result: .link(index), scope: .dialog) }
        return LinkEntry(
            grammars: machine.grammars.append(range: grammars), action: action(link.target, link.fetch),
            position: link.position)
    }

    /// What a `<choice>` or a `<link>` does.
    mutating func action(_ target: SelectionTarget, _ fetch: FetchAttributes) -> SelectionAction {
        switch target {
        case .document(let uri): .goto(fetchTarget(uri, fetch, prefetching: .document))
        case .event(let event, let message): .throwEvent(computed(event), message: computed(message))
        }
    }
}
