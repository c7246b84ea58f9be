import CallControl
import Diagnostics
import DialogMachines
import Grammars

/// What a document listens for, item by item.
struct Listening {
    let document: FlowDocument
    let root: FlowDocument?
    let items: [ListeningItem]

    init(_ document: FlowDocument, root: FlowDocument?) {
        self.document = document
        self.root = root
        let machine = document.machine
        var known: [ObjectIdentifier: GrammarMatches] = [:]
        let everywhere = DocumentGrammars(of: machine, scope: .document, &known)
        let ofRoot = root.map { DocumentGrammars(of: $0.machine, scope: .root, &known).all } ?? []
        items = machine.dialogs.enumerated().flatMap { number, dialog in
            let own = Self.grammars(Array(dialog.grammars), links: dialog.links, of: machine, scope: .dialog, &known)
            let around = own + everywhere.besides(number) + ofRoot
            return dialog.items.filter { machine.items[$0].takesKeys }.map { index in
                let item = machine.items[index]
                let nearest = Self.grammars(Array(item.grammars), links: item.links, of: machine, scope: .item, &known)
                return ListeningItem(
                    index: index, dialog: number, grammars: item.isModal ? nearest : nearest + around)
            }
        }
    }

    /// The value of a property where nothing nearer than the item sets it.
    func property(_ name: String, at item: ListeningItem) -> String? {
        let machine = document.machine
        return machine.items[item.index].properties[name] ?? machine.dialogs[item.dialog].properties[name]
            ?? machine.properties[name] ?? root?.machine.properties[name]
    }

    fileprivate static func grammars(
        _ own: [Int], links: Range<Int>, of machine: DialogMachine, scope: ActiveKeyGrammar.Scope,
        _ known: inout [ObjectIdentifier: GrammarMatches]
    ) -> [ActiveKeyGrammar] {
        (own + machine.linkTable[links].flatMap(\.grammars))
            .compactMap { ActiveKeyGrammar(machine.grammars[$0], of: machine, scope: scope, known: &known) }
            .sorted { $0.entry.position < $1.entry.position }
    }
}

/// An item that asks for keys, and the grammars that listen at it, the nearest scope first.
struct ListeningItem {
    let index: Int
    let dialog: Int
    let grammars: [ActiveKeyGrammar]

    /// The keys that can begin matches of more than one of them.
    var sharedKeys: KeySet {
        var seen: KeySet = []
        var shared: KeySet = []
        for grammar in grammars {
            shared.formUnion(seen.intersection(grammar.firstKeys))
            seen.formUnion(grammar.firstKeys)
        }
        return shared
    }
}

/// A document's links, and the grammars of its dialogs of document scope.
private struct DocumentGrammars {
    let all: [ActiveKeyGrammar]
    /// The dialogs that some of them are of, by the places of those.
    private let dialogs: [SourcePosition: Int]

    init(
        of machine: DialogMachine, scope: ActiveKeyGrammar.Scope, _ known: inout [ObjectIdentifier: GrammarMatches]
    ) {
        var dialogs: [SourcePosition: Int] = [:]
        var indices: [Int] = []
        for (number, dialog) in machine.dialogs.enumerated() {
            let own =
                dialog.kind == .menu ? dialog.items.flatMap { machine.items[$0].grammars } : Array(dialog.grammars)
            for index in own where machine.grammars[index].scope == .document {
                indices.append(index)
                dialogs[machine.grammars[index].position] = number
            }
        }
        self.dialogs = dialogs
        all = Listening.grammars(indices, links: machine.links, of: machine, scope: scope, &known)
    }

    func besides(_ dialog: Int) -> [ActiveKeyGrammar] {
        dialogs.isEmpty ? all : all.filter { dialogs[$0.entry.position] != dialog }
    }
}

extension FormItemEntry {
    /// Whether a caller is asked for keys here, and for nothing else.
    var takesKeys: Bool {
        switch kind {
        case .field, .menu, .initial: true
        default: false
        }
    }

    var isModal: Bool {
        if case .field(let field) = kind { field.isModal } else { false }
    }
}
