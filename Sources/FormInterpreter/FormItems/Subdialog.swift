import CallControl
import DialogMachines
import Expressions

/// `<subdialog>` and `<return>` (VoiceXML 2.0 2.3.4, 5.3.10).
extension Interpreter {
    mutating func visit(subdialog entry: SubdialogEntry, _ index: Int) throws(DialogEvent) {
        guard state.contexts.count < Budget.maximalContexts else {
            return try raise(.steps, "subdialogs are nested too deep")
        }
        var parameters: [NamedValue] = []
        for param in entry.params {
            parameters.append(NamedValue(name: param.name, value: try value(of: param)))
        }
        let kind = Transition.Kind.subdialog(SubdialogInvocation(item: index, parameters: parameters))
        let reference = try text(of: entry.target.uri)
        let sent = try entry.submission.namelist.map { names throws(DialogEvent) in try values(of: names) } ?? []
        if reference.hasPrefix("#"), let context {
            let transition = Transition(kind: kind, uri: context.machine.uri, fragment: String(reference.dropFirst()))
            return try enter(context.machine, root: context.root, transition)
        }
        try request(
            entry.target, reference, kind: kind, submission: entry.submission, fields: try fields(for: sent))
    }

    /// The value of a `<param>`.
    mutating func value(of param: ParamEntry) throws(DialogEvent) -> Value {
        switch param.value {
        case .literal(let text): .string(text)
        case .expression(let expression): try evaluate(expression)
        }
    }

    /// Every parameter needs a `<var>` of its name in the form that takes it.
    func check(
        _ parameters: [NamedValue], of dialog: Int, _ document: DialogMachine
    ) throws(DialogEvent) {
        let declared = document.declaredVariables(of: document.dialogs[dialog])
        guard let unknown = parameters.first(where: { !declared.contains($0.name) }) else { return }
        throw .semantic("the subdialog declares no <var> named '\(unknown.name)'")
    }

    /// `<return namelist>`: the caller's item is filled with an object.
    mutating func returnValues(_ namelist: [NamedExpression]) throws(DialogEvent) {
        let members = try values(of: namelist)
        let invocation = try leaveSubdialog()
        fill(invocation.item, with: makeObject(members))
        try executeFilled(after: [invocation.item])
    }

    /// `<return event>`: the event is thrown at the caller's item.
    mutating func returnEvent(_ event: DialogEvent) throws(DialogEvent) {
        _ = try leaveSubdialog()
        throw event
    }

    private mutating func leaveSubdialog() throws(DialogEvent) -> SubdialogInvocation {
        guard state.contexts.count > 1, let invocation = context?.invocation else {
            throw .semantic("<return> outside of a subdialog")
        }
        state.contexts.removeLast()
        state.control = .selecting
        return invocation
    }
}

extension DialogMachine {
    /// The highest `count` that a handler or a prompt asks for.
    var highestCount: Int {
        max(self.handlerTable.reduce(1) { max($0, $1.count) }, self.prompts.reduce(1) { max($0, $1.count) })
    }

    /// The names that the dialog's `<var>`s declare.
    fileprivate func declaredVariables(of dialog: DialogEntry) -> Set<String> {
        var names: Set<String> = []
        var index = dialog.initialization.entry ?? self.instructions.count
        while index < self.instructions.count {
            switch self.instructions[index] {
            case .declare(let name, _): names.insert(name)
            case .end: return names
            default: break
            }
            index += 1
        }
        return names
    }
}
