import CallControl
import DialogMachines
import Grammars

/// The input of one item, as far as it is alike for all calls: made once, so that a call that waits there holds no list
/// of grammars of its own, and a key costs no look at each of them.
struct ItemInput {
    /// An item, its document, and the root under which the document was entered: objects that the world holds.
    struct Place: Hashable {
        var document: ObjectIdentifier
        var root: ObjectIdentifier
        var item: Int
    }

    /// The grammars that listen, ready to be stepped.
    struct Listening {
        let grammars: [ActiveGrammar]
        let compiled: ActiveGrammars
        /// The state before any key.
        let start: MatcherState

        init(_ grammars: [ActiveGrammar], _ compiled: ActiveGrammars) {
            self.grammars = grammars
            self.compiled = compiled
            start = compiled.start
        }
    }

    let settings: Collection.Settings
    /// As the documents have them, before those that are elsewhere are fetched.
    let declared: [ActiveGrammar]
    /// When calls last waited there.
    var listening: Listening?
}

extension Interpreter {
    /// The input of the item that is being visited.
    var itemInput: ItemInput? {
        guard let place = inputPlace, let index = context?.form.item else { return nil }
        if let known = world.inputs[place] { return known }
        let input = ItemInput(settings: declaredSettings, declared: declaredGrammars(of: index))
        world.inputs[place] = input
        return input
    }

    private var inputPlace: ItemInput.Place? {
        guard let document, let root, let item = state.contexts.last?.form.item else { return nil }
        return ItemInput.Place(document: ObjectIdentifier(document), root: ObjectIdentifier(root), item: item)
    }

    /// These grammars, which are all at hand, ready to be stepped; the list is the one that calls at this item share.
    func listening(_ grammars: [ActiveGrammar]) throws(DialogEvent) -> ItemInput.Listening {
        guard let place = inputPlace, let input = itemInput else { return try prepared(grammars) }
        if let known = input.listening, known.grammars == grammars { return known }
        let new = try prepared(grammars)
        world.inputs[place]?.listening = new
        return new
    }

    private func prepared(_ grammars: [ActiveGrammar]) throws(DialogEvent) -> ItemInput.Listening {
        var compiled: [CompiledGrammar] = []
        for grammar in grammars { compiled.append(try self.compiled(grammar)) }
        return ItemInput.Listening(grammars, ActiveGrammars(compiled))
    }

    /// The grammars of an input, ready to be stepped.
    func activeGrammars(of grammars: [ActiveGrammar]) throws(DialogEvent) -> ActiveGrammars {
        if let known = itemInput?.listening, known.grammars == grammars { return known.compiled }
        return try prepared(grammars).compiled
    }

    // MARK: - What the documents say

    /// The properties that rule the input.
    var declaredSettings: Collection.Settings {
        let termchar = property("termchar") ?? "#"
        let inputmodes = property("inputmodes")?.split(whereSeparator: \.isWhitespace)
        return Collection.Settings(
            timeout: duration("timeout", default: .seconds(5)),
            interdigittimeout: duration("interdigittimeout", default: .seconds(3)),
            termtimeout: duration("termtimeout", default: .zero),
            termchar: termchar.first.flatMap { DTMFKey($0) },
            takesKeys: inputmodes?.contains("dtmf") ?? true,
            isSensitive: flag("dialtone.sensitive", default: false))
    }

    /// The grammars in order of precedence: the item's, the form's, the document's, the application root's; in each
    /// scope in document order, links among them (3.1.4).
    private func declaredGrammars(of index: Int) -> [ActiveGrammar] {
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
}
