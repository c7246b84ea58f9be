import CallControl
import DialogMachines
import FlowChecks
import Grammars

/// Grammars in files of their own, for what compares them with others; each is compiled once.
struct GrammarsAtHand {
    private let loader: DocumentLoader
    private var known: [String: CompiledGrammar?] = [:]

    init(_ loader: DocumentLoader) { self.loader = loader }

    /// A document whose grammars in files stand in it.
    mutating func inserted(in document: FlowDocument) -> FlowDocument {
        let machine = document.machine
        guard machine.grammars.contains(where: { $0.file != nil }) else { return document }
        var tables = machine[dynamicMember: \.self]
        for (index, entry) in machine.grammars.enumerated() {
            guard let uri = entry.file, let absolute = URIReference.resolve(uri, against: machine.base),
                let grammar = grammar(at: absolute)
            else { continue }
            tables.grammars[index].source = .compiled(grammar)
        }
        return FlowDocument(tree: document.tree, document: document.document, machine: DialogMachine(tables))
    }

    /// nil: it is not there, is wrong, or stands on a server.
    private mutating func grammar(at uri: String) -> CompiledGrammar? {
        if let known = known[uri] { return known }
        let grammar = loader.grammarAtHand(uri)
        known[uri] = .some(grammar)
        return grammar
    }
}

extension GrammarEntry {
    /// The literal URI of one that stands elsewhere.
    fileprivate var file: String? {
        if case .external(.literal(let uri), _, _, _) = source { uri } else { nil }
    }
}
