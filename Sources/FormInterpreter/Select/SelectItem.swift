import CallControl
import DialogMachines
import Expressions

/// The select phase of the form interpretation algorithm (VoiceXML 2.0 appendix C).
extension Interpreter {
    /// Picks the next form item and visits it; without one the form ends as by `<exit/>`.
    mutating func select() throws(DialogEvent) {
        guard let context, dialog != nil else { return end(.exit) }
        withContext { $0.form.item = nil }
        guard let index = try nextItem(in: context) else { return end(.exit) }
        withContext { $0.form.item = index }
        try visit(index)
    }

    private mutating func nextItem(in context: ExecutionContext) throws(DialogEvent) -> Int? {
        if let next = context.form.nextItem {
            withContext { $0.form.nextItem = nil }
            return next
        }
        let machine = machine(context.machine)
        for index in machine.dialogs[context.dialog].items where itemVariable(index) == .undefined {
            if try holds(machine.items[index].cond) { return index }
        }
        return nil
    }

    /// Visits an item: its prompts are queued, then it does what it is for.
    private mutating func visit(_ index: Int) throws(DialogEvent) {
        guard let document, let item else { return }
        note(.item(index))
        if case .block(let code) = item.kind {
            withContext { $0.form.keepsSilent = false }
            setItemVariable(index, .bool(true))
            let scope = makeScope(named: [])
            return try execute(code, of: document.id, in: scope, isAnonymous: true, purpose: .block)
        }
        try queuePrompts(of: index)
        switch item.kind {
        case .block: break
        case .initial, .field, .menu: try activate()
        case .subdialog(let entry): try visit(subdialog: entry, index)
        case .object(let entry): try visit(object: entry)
        case .transfer(let entry): try visit(transfer: entry)
        case .record(let entry): try visit(record: entry)
        }
    }

    /// Queues the prompts of an item as its counter has them, unless a catch without `<reprompt>` came before.
    private mutating func queuePrompts(of index: Int) throws(DialogEvent) {
        guard let context, let document else { return }
        withContext { $0.form.keepsSilent = false }
        guard !context.form.keepsSilent else { return }
        withContext { $0.form.promptCounts[index, default: 0] += 1 }
        let count = self.context?.form.promptCounts[index] ?? 1
        for prompt in try prompts(of: document.items[index], at: count) { try queue(document.prompts[prompt]) }
    }

    /// Tapering: the prompts with the highest count not above the item's counter, whose condition holds (4.1.6).
    private mutating func prompts(of item: FormItemEntry, at count: Int) throws(DialogEvent) -> [Int] {
        guard let document else { return [] }
        var eligible: [Int] = []
        for index in item.prompts where document.prompts[index].count <= count {
            if try holds(document.prompts[index].cond) { eligible.append(index) }
        }
        let highest = eligible.map { document.prompts[$0].count }.max()
        return eligible.filter { document.prompts[$0].count == highest }
    }

    // MARK: - Form item variables

    /// The form item variable of an item of the active dialog.
    func itemVariable(_ index: Int) -> Value {
        guard let context, let scope = context.dialogScope else { return .undefined }
        guard let name = machine(context.machine).items[index].name else {
            return context.form.unnamed[index] ?? .undefined
        }
        return variable(name, in: scope)
    }

    mutating func setItemVariable(_ index: Int, _ value: Value) {
        guard let context, let scope = context.dialogScope else { return }
        if let name = machine(context.machine).items[index].name {
            setVariable(name, value, in: scope)
        } else {
            withContext { $0.form.unnamed[index] = value }
        }
    }

    /// `<clear>` (VoiceXML 2.0 5.3.3): the variables, and the counters of what is a form item.
    mutating func clear(_ names: [String]?) throws(DialogEvent) {
        guard let dialog, let document else {
            return try clear(variables: names ?? [])
        }
        let items = dialog.items.filter { index in
            names.map { names in document.items[index].name.map(names.contains) ?? false } ?? true
        }
        for index in items {
            setItemVariable(index, .undefined)
            withContext { $0.form.promptCounts[index] = nil }
            withContext { $0.form.eventCounts[index] = nil }
        }
        guard let names else { return }
        let cleared = Set(items.compactMap { document.items[$0].name })
        try clear(variables: names.filter { !cleared.contains($0) })
    }

    private mutating func clear(variables names: [String]) throws(DialogEvent) {
        for name in names {
            let target = AssignmentTarget(name, checker: world.checker)
            try evaluating { environment, evaluator throws(ScriptFailure) in
                try target.assign(.undefined, in: &environment, with: evaluator)
            }
        }
    }
}
