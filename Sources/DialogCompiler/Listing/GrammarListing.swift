import DialogMachines
import Grammars

extension ListingWriter {
    mutating func grammar(_ index: Int, _ level: Int) {
        let grammar = machine.grammars[index]
        var text = "grammar \(grammar.source.listing)"
        if let meaning = meaning(of: grammar.result) { text += " → \(meaning)" }
        if grammar.scope == .document { text += ", scope document" }
        line(level, text, at: grammar.position)
    }

    private func meaning(of result: GrammarEntry.Result) -> String? {
        switch result {
        case .semantics, .link: nil
        case .builtin(let type): type
        case .value(let value): "\"\(value)\""
        case .choice(let index): "choice \(index + 1)"
        }
    }
}

extension GrammarEntry.Source {
    fileprivate var listing: String {
        switch self {
        case .compiled(let grammar): grammar.mode == .dtmf ? "of keys" : "for speech"
        case .external(let uri, _, _, _): "from \(uri.listing)"
        case .unsupported(let event, _): "that throws \(event)"
        }
    }
}
