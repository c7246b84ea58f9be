import CallControl
import DialogMachines

/// What a subdialog can return (VoiceXML 2.0 5.3.10).
enum SubdialogResults {
    /// The names of all `<return>`s of the called document and its root.
    /// - Returns: nil where that is not known: the document is not, it returns nowhere, or it leads to others.
    static func of(_ subdialog: SubdialogEntry, of caller: FlowDocument, in flow: Flow) -> [String]? {
        guard case .literal(let uri) = subdialog.target.uri else { return nil }
        let path = URIReference.split(uri).document
        let called = path.isEmpty ? caller : caller.absolute(path).flatMap(flow.document)
        guard let called else { return nil }
        let root = flow.root(of: called)
        guard (called.machine.application == nil) == (root == nil) else { return nil }
        let machines = [called.machine, root?.machine].compactMap(\.self)
        guard !machines.contains(where: \.leadsElsewhere) else { return nil }
        let returns = machines.flatMap(\.returns)
        guard !returns.isEmpty else { return nil }
        return Array(Set(returns.joined())).sorted()
    }
}

extension DialogMachine {
    /// The names of each `<return>`, none of one with an event.
    fileprivate var returns: [[String]] {
        self.instructions.compactMap { instruction in
            switch instruction {
            case .returnValues(let names):
                names.map(\.name)
            case .returnEvent: []
            default: nil
            }
        }
    }

    /// Whether it goes to a document that may not be this one.
    fileprivate var leadsElsewhere: Bool {
        let choices = self.items.flatMap { item -> [SelectionAction] in
            if case .menu(let menu) = item.kind { menu.choices.map(\.action) } else { [] }
        }
        return self.instructions.contains(where: \.leadsElsewhere)
            || (choices + self.linkTable.map(\.action)).contains { action in
                if case .goto(let target) = action { target.leadsElsewhere } else { false }
            }
    }
}

extension Instruction {
    fileprivate var leadsElsewhere: Bool {
        switch self {
        case .goto(let target): target.leadsElsewhere
        case .submit: true
        default: false
        }
    }
}

extension FetchTarget {
    fileprivate var leadsElsewhere: Bool {
        if case .literal(let uri) = uri { !uri.hasPrefix("#") } else { true }
    }
}
