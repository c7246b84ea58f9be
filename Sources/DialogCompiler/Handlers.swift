import DialogMachines
import Dialogs

extension Compilation {
    /// Catches of one scope, in document order.
    mutating func handlers(_ catches: [Catch]) -> Range<Int> {
        let entries = catches.map { handler($0) }
        return machine.handlerTable.append(range: entries)
    }

    private mutating func handler(_ element: Catch) -> HandlerEntry {
        HandlerEntry(
            events: element.eventNames, cond: expression(element.cond),
            count: integer(element.count, "count", atLeast: 1) ?? 1, code: code(element.content, at: element.position),
            position: element.position)
    }
}

extension Catch {
    /// The names it catches. `.` alone is every event, and a trailing `.` says nothing.
    fileprivate var eventNames: [String] {
        guard kind == .catch else { return [kind.rawValue] }
        let names = (event?.words ?? []).map { name in
            String(name.reversed().drop { $0 == "." }.reversed())
        }
        return names.contains("") ? [] : names
    }
}
