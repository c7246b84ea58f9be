import Diagnostics
import Grammars
import MarkupReader

/// A grammar document as bytes.
enum GrammarSource {
    /// Reads SRGS, in XML or ABNF. Another format is the diagnostic `GrammarFormat.unsupportedID`.
    static func read(_ source: Source) -> (GrammarDocument?, [Diagnostic]) {
        let file = source.file
        if let format = GrammarFormat.unsupported(content: source.bytes) {
            return (nil, [.unsupportedGrammar(format, file: file)])
        }
        if GrammarFormat.isABNF(content: source.bytes) {
            return ABNFReader.read(content: source.bytes, baseURI: source.uri, file: file)
        }
        let markup = MarkupReader.read(source.bytes, charset: source.charset, file: file)
        guard let root = markup.root else { return (nil, markup.diagnostics) }
        guard root.name == "grammar" else {
            return (nil, [.unsupportedGrammar("<\(root.qualifiedName)>", file: file)])
        }
        let (grammar, found) = GrammarReader.read(root, baseURI: source.uri, file: file)
        return (grammar, markup.diagnostics + found)
    }
}

extension Diagnostic {
    fileprivate static func unsupportedGrammar(_ format: String, file: String) -> Diagnostic {
        Diagnostic(
            .error, id: GrammarFormat.unsupportedID, "Grammars of the format \(format) are not supported",
            hint: "Write it as SRGS, in XML or ABNF.", file: file,
            position: SourcePosition(line: 1, column: 1), refusesDocument: true)
    }
}
