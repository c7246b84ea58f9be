import Diagnostics
import DialogMachines
import DialogParser

/// The events that a flow throws and catches.
struct FlowEvents {
    private(set) var thrown: Set<String> = []
    private(set) var caught: Set<String> = []
    /// Whether an expression throws: anything.
    private(set) var throwsComputed = false
    /// Whether a handler catches everything.
    private(set) var catchesAll = false

    init(of flow: Flow) {
        for document in flow.documents {
            for (event, _) in document.machine.thrownEvents {
                switch event {
                case .literal(let name): thrown.insert(name)
                case .expression: throwsComputed = true
                }
            }
            for handler in document.machine.handlerTable {
                caught.formUnion(handler.events)
                if handler.events.isEmpty { catchesAll = true }
            }
        }
    }

    func catches(_ event: String) -> Bool { catchesAll || caught.contains { event.isEvent(caughtBy: $0) } }
}

/// Events that the platform throws, or has a handler for.
enum PlatformEvents {
    static func contains(_ event: String) -> Bool { families.contains(String(event.prefix { $0 != "." })) }

    private static let names = Language.events.map(\.name)

    /// What a handler can be of: the names, and what they begin with.
    static let handled = names.flatMap { name in
        let words = name.split(separator: ".")
        return words.indices.map { words[...$0].joined(separator: ".") }
    }

    /// Whether the platform throws an event that a handler of this name catches. Of the names of the standard some end
    /// with what is filled in, in capitals; what errors of one's own are named is one's own matter.
    static func mayThrow(_ name: String) -> Bool {
        names.contains { event in
            if event == name || event.hasPrefix(name + ".") { return true }
            let words = event.split(separator: ".")
            let fixed = words.prefix { $0 == $0.lowercased() }.joined(separator: ".")
            return fixed.count < event.count && name.hasPrefix(fixed + ".")
        }
    }

    private static let families = Set(names.map { String($0.prefix { $0 != "." }) })
}

extension DialogMachine {
    /// What is thrown by content, choices and links, with the place.
    var thrownEvents: [(event: Computed, position: SourcePosition)] {
        let content = zip(self.instructions, self.positions).compactMap { instruction, position in
            switch instruction {
            case .throwEvent(let event, _), .returnEvent(let event, _): (event, position)
            default: nil
            }
        }
        let choices = self.items.flatMap { item -> [(SelectionAction, SourcePosition)] in
            if case .menu(let menu) = item.kind { menu.choices.map { ($0.action, $0.position) } } else { [] }
        }
        let selections = choices + self.linkTable.map { ($0.action, $0.position) }
        return content
            + selections.compactMap { action, position in
                if case .throwEvent(let event, _) = action { (event, position) } else { nil }
            }
    }
}

extension String {
    /// A handler of `a.b` catches `a.b` and `a.b.c` (VoiceXML 2.0 5.2.4).
    fileprivate func isEvent(caughtBy name: String) -> Bool { self == name || hasPrefix(name + ".") }
}
