import CallControl
import DialogMachines
import Expressions
import Grammars
import OrderedCollections

/// The process phase of the form interpretation algorithm (VoiceXML 2.0 appendix C, 3.1.6).
extension Interpreter {
    /// Keys have matched: the nearest grammar that matches takes them.
    mutating func process(_ input: MatchedInput) throws(DialogEvent) {
        let matches = try matches(of: input)
        guard let best = matches.first else {
            throw DialogEvent("nomatch", "the keys match nothing that is expected here")
        }
        let grammar = input.grammars[best.grammar]
        if case .dialog(let dialog) = grammar.owner { return try enter(dialog, of: grammar.machine, with: input) }
        try act(on: try interpret(input, matches), of: grammar, keys: input.keys)
    }

    /// The grammars that match, in order of precedence.
    func matches(of input: MatchedInput) throws(DialogEvent) -> [GrammarMatch] {
        try activeGrammars(of: input.grammars).matches(input.keys)
    }

    /// What the keys mean, the best interpretation; all that there are become `application.lastresult$`.
    mutating func interpret(_ input: MatchedInput, _ matches: [GrammarMatch]) throws(DialogEvent) -> Value {
        let nbest = max(1, property("maxnbest").flatMap { Int($0) } ?? 1)
        var interpretations: [Value] = []
        for match in matches.prefix(nbest) {
            interpretations.append(
                try interpretation(of: match, by: input.grammars[match.grammar], keys: input.keys))
        }
        setLastResult(keys: input.keys, interpretations: interpretations)
        return interpretations.first ?? .undefined
    }

    /// What the keys mean to a grammar.
    private mutating func interpretation(
        of match: GrammarMatch, by grammar: ActiveGrammar, keys: [DTMFKey]
    ) throws(DialogEvent) -> Value {
        if let builtin = grammar.builtin { return try interpret(keys, asBuiltin: builtin) }
        switch machine(grammar.machine).grammars[grammar.entry].result {
        case .builtin(let type): return try interpret(keys, asBuiltin: type)
        case .value(let value): return .string(value)
        case .semantics, .choice, .link:
            let compiled = try compiled(grammar)
            let checker = world.checker
            return try evaluating { environment, evaluator throws(ScriptFailure) in
                try SemanticInterpretation.interpret(
                    match.derivation, grammar: compiled, in: &environment, evaluator: evaluator, checker: checker)
            }
        }
    }

    /// Does what the grammar is for.
    private mutating func act(
        on interpretation: Value, of grammar: ActiveGrammar, keys: [DTMFKey]
    ) throws(DialogEvent) {
        let machine = machine(grammar.machine)
        switch machine.grammars[grammar.entry].result {
        case .link(let link):
            try perform(machine.linkTable[link].action, of: machine.id)
        case .choice(let choice):
            guard let item, case .menu(let menu) = item.kind else { return }
            try perform(menu.choices[choice].action, of: machine.id)
        case .semantics, .builtin, .value:
            let filled =
                grammar.owner == .item
                ? try fillItem(with: interpretation, keys) : try fillForm(with: interpretation, keys)
            try executeFilled(after: filled)
        }
    }

    /// `<choice>` and `<link>` (VoiceXML 2.0 2.2.2, 2.5).
    private mutating func perform(_ action: SelectionAction, of machine: ResourceID) throws(DialogEvent) {
        switch action {
        case .goto(let target): try goto(target, of: machine)
        case .throwEvent(let name, let message): throw try event(name, message)
        }
    }

    // MARK: - Filling

    /// A grammar of the item: the member that its slot names, or the whole (3.1.6.1).
    private mutating func fillItem(
        with interpretation: Value, _ keys: [DTMFKey]
    ) throws(DialogEvent) -> [Int] {
        guard let index = context?.form.item, let item else { return [] }
        if case .initial = item.kind { return try fillForm(with: interpretation, keys) }
        var value = interpretation
        if case .field(let field) = item.kind, let slot = field.slot ?? item.name,
            let member = member(slot, of: interpretation)
        {
            value = member
        }
        fill(index, with: value)
        setShadowVariable(of: index, keys: keys, interpretation: interpretation)
        return [index]
    }

    /// A grammar of the form: every field whose slot the result has (3.1.6.2).
    private mutating func fillForm(
        with interpretation: Value, _ keys: [DTMFKey]
    ) throws(DialogEvent) -> [Int] {
        guard let dialog, let document else { return [] }
        var filled: [Int] = []
        for index in dialog.items {
            let item = document.items[index]
            guard case .field(let field) = item.kind, let slot = field.slot ?? item.name,
                let value = member(slot, of: interpretation)
            else { continue }
            fill(index, with: value)
            setShadowVariable(of: index, keys: keys, interpretation: interpretation)
            filled.append(index)
        }
        guard !filled.isEmpty else { return [] }
        for index in dialog.items {
            if case .initial = document.items[index].kind { setItemVariable(index, .bool(true)) }
        }
        return filled
    }

    /// A slot of a result: `a`, or `a.b` of nested objects; nil where there is none.
    private func member(_ slot: String, of value: Value) -> Value? {
        var value = value
        for name in slot.split(separator: ".") {
            guard case .object(let reference) = value, state.heap[reference].isPlain,
                let member = state.heap[reference].properties[ECMAString(name)]
            else { return nil }
            value = member
        }
        return value == .undefined ? nil : value
    }

    /// Fills an input item.
    mutating func fill(_ index: Int, with value: Value) {
        setItemVariable(index, value)
        state.budget.failingItem = nil
        state.budget.failures = 0
    }

    // MARK: - <filled>

    /// Executes the `<filled>`s that these items call for, in document order (2.4).
    mutating func executeFilled(after items: [Int]) throws(DialogEvent) {
        guard !items.isEmpty, let dialog, let document else {
            state.control = .selecting
            return
        }
        let ofItems = items.flatMap { Array(document.items[$0].filleds) }
        let ofForm = dialog.filleds.filter { calls(for: document.filleds[$0], after: items) }
        let due = (ofItems + ofForm).sorted { document.filleds[$0].position < document.filleds[$1].position }
        try executeFilled(due)
    }

    /// Executes the next of the `<filled>`s that are due.
    mutating func executeFilled(_ due: [Int]) throws(DialogEvent) {
        guard let next = due.first, let dialog, let document else {
            state.control = .selecting
            return
        }
        note(.filled(next))
        // What it throws is handled where it stands: in its item, or in the form (appendix C).
        withContext { $0.form.item = dialog.items.first { document.items[$0].filleds.contains(next) } }
        try execute(
            document.filleds[next].code, of: document.id, in: makeScope(named: []), isAnonymous: true,
            purpose: .filled(remaining: Array(due.dropFirst())))
    }

    /// Whether a `<filled>` of the form is due: by an item of its namelist that has just been filled.
    private func calls(for filled: FilledEntry, after items: [Int]) -> Bool {
        guard let dialog, let document else { return false }
        let named = dialog.items.filter { index in
            let item = document.items[index]
            return filled.namelist.isEmpty
                ? item.isInputItem : item.name.map(filled.namelist.contains) ?? false
        }
        guard named.contains(where: items.contains) else { return false }
        return filled.mode == .any || named.allSatisfy { itemVariable($0) != .undefined }
    }
}

extension FormItemEntry {
    /// Whether it can be filled (VoiceXML 2.0 2.1.2).
    var isInputItem: Bool {
        switch kind {
        case .field, .menu, .subdialog, .object, .transfer, .record: true
        case .block, .initial: false
        }
    }
}
