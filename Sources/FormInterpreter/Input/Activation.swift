import CallControl
import DialogMachines
import Grammars

/// Which grammars are active (VoiceXML 2.0 3.1.4).

/// A grammar that listens, by what it takes to find it again in the world.
struct ActiveGrammar: Hashable, Codable, Sendable {
    var machine: ResourceID
    /// Index into the machine's grammars.
    var entry: Int
    var owner: Owner
    /// What an external grammar was fetched as.
    var resource: ResourceID?
    /// The `builtin:` URI that a `srcexpr` gave.
    var builtin: String?

    /// What a match of it is for.
    enum Owner: Hashable, Codable, Sendable {
        /// The item that is being visited.
        case item
        /// The form that is active.
        case form
        /// Another dialog, of document scope: it is entered with the input.
        case dialog(Int)
    }
}

/// The grammars of one input, while those that are external are being fetched.
struct Activation: Hashable, Codable, Sendable {
    var grammars: [ActiveGrammar]
    /// The next one to be looked at.
    var next = 0
}

extension Interpreter {
    /// Begins the collect phase of an input item: finds its grammars, fetches those that are elsewhere.
    mutating func activate(_ item: Int) throws(DialogEvent) {
        try continueActivation(Activation(grammars: activeGrammars(for: item)))
    }

    /// Fetches the next external grammar; when all are there, the input begins.
    mutating func continueActivation(_ activation: Activation) throws(DialogEvent) {
        var activation = activation
        while activation.next < activation.grammars.count {
            let grammar = activation.grammars[activation.next]
            switch machine(grammar.machine).grammars[grammar.entry].source {
            case .compiled: break
            case .unsupported(let event, let message): throw DialogEvent(event, message)
            case .external(let source, let fetchtimeout, let maxage, let maxstale):
                let reference = try text(of: source)
                if reference.hasPrefix("builtin:") {
                    activation.grammars[activation.next].builtin = reference
                } else {
                    return fetch(
                        .grammar, try resolve(reference, against: machine(grammar.machine)), asking: grammar.machine,
                        timeout: fetchtimeout, maxage: maxage, maxstale: maxstale, purpose: .grammar(activation))
                }
            }
            activation.next += 1
        }
        try begin(activation.grammars)
    }

    /// The grammars in order of precedence: the item's, the form's, the document's, the application root's; in each
    /// scope in document order, links among them (3.1.4).
    private func activeGrammars(for index: Int) -> [ActiveGrammar] {
        guard let context, let document else { return [] }
        let item = document.items[index]
        var active = grammars(item.grammars, links: item.links, of: document, owner: .item)
        if case .field(let field) = item.kind, field.isModal { return active }
        if case .transfer = item.kind { return active }
        if case .record(let record) = item.kind, record.isModal { return active }
        let dialog = document.dialogs[context.dialog]
        active += grammars(dialog.grammars, links: dialog.links, of: document, owner: .form)
        active += documentGrammars(of: document, besides: context.dialog)
        if context.root != context.machine {
            active += documentGrammars(of: machine(context.root), besides: nil)
        }
        return active
    }

    private func grammars(
        _ own: Range<Int>, links: Range<Int>, of machine: DialogMachine, owner: ActiveGrammar.Owner
    ) -> [ActiveGrammar] {
        let entries = Array(own) + machine.linkTable[links].flatMap(\.grammars)
        return entries.sorted { machine.grammars[$0].position < machine.grammars[$1].position }
            .map { ActiveGrammar(machine: machine.id, entry: $0, owner: owner) }
    }

    /// The document's links and the grammars of its dialogs of document scope.
    private func documentGrammars(of machine: DialogMachine, besides active: Int?) -> [ActiveGrammar] {
        var found = machine.linkTable[machine.links].flatMap(\.grammars)
            .map { ActiveGrammar(machine: machine.id, entry: $0, owner: .form) }
        for (index, dialog) in machine.dialogs.enumerated() where index != active {
            let entries = dialog.kind == .menu ? machine.items[dialog.items.lowerBound].grammars : dialog.grammars
            found += entries.filter { machine.grammars[$0].scope == .document }
                .map { ActiveGrammar(machine: machine.id, entry: $0, owner: .dialog(index)) }
        }
        return found.sorted { machine.grammars[$0.entry].position < machine.grammars[$1.entry].position }
    }

    /// The compiled form of an active grammar.
    func compiled(_ grammar: ActiveGrammar) throws(DialogEvent) -> CompiledGrammar {
        if let resource = grammar.resource, let external = world.grammars[resource] { return external }
        if let builtin = grammar.builtin { return try compile(builtin: builtin) }
        guard case .compiled(let compiled) = machine(grammar.machine).grammars[grammar.entry].source else {
            throw .badfetch("a grammar has not been fetched")
        }
        return compiled
    }

    func activeGrammars(of grammars: [ActiveGrammar]) throws(DialogEvent) -> ActiveGrammars {
        var compiledGrammars: [CompiledGrammar] = []
        for grammar in grammars { compiledGrammars.append(try compiled(grammar)) }
        return ActiveGrammars(compiledGrammars)
    }
}
