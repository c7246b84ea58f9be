import CallControl
import Crypto
import Diagnostics
import Grammars
import MarkupReader

/// Reads the files that a resource is made of, and remembers which they were.
struct SourceGathering {
    private(set) var files: [FileDependency] = []
    private var hasher = SHA256()

    /// Of all that was read so far, in hexadecimal.
    var digest: String {
        hasher.finalize().reduce(into: "") { text, byte in
            text += (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        }
    }

    /// The bytes at a URI.
    mutating func read(_ uri: String) throws(UnreadableFile) -> [UInt8] {
        guard let path = FileURI.path(of: uri) else {
            let scheme = FileURI.scheme(of: uri) ?? "this"
            throw UnreadableFile(path: uri, reason: "\(scheme) is not built yet")
        }
        files.append(FileDependency(path))
        let content = try FileReader.read(path)
        content.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return content
    }

    /// The grammars at these URIs and those that they refer to in turn. What cannot be read is left out: the compiler
    /// says where it is missed.
    mutating func readGrammars(_ uris: [String]) -> (library: [String: GrammarDocument], diagnostics: [Diagnostic]) {
        var library: [String: GrammarDocument] = [:]
        var diagnostics: [Diagnostic] = []
        var seen = Set(uris)
        var waiting = uris
        while let uri = waiting.popLast() {
            guard let content = try? read(uri) else { continue }
            let (grammar, found) = GrammarSource.read(content, uri: uri, file: FileURI.path(of: uri) ?? uri)
            diagnostics += found
            guard let grammar else { continue }
            library[uri] = grammar
            for reference in grammar.externalReferences where seen.insert(reference).inserted {
                waiting.append(reference)
            }
        }
        return (library, diagnostics)
    }
}

/// A grammar document as bytes.
enum GrammarSource {
    /// Reads SRGS, in XML or ABNF. Another format is the diagnostic `GrammarFormat.unsupportedID`.
    static func read(_ content: [UInt8], uri: String, file: String) -> (GrammarDocument?, [Diagnostic]) {
        if let format = GrammarFormat.unsupported(content: content) {
            return (nil, [.unsupportedGrammar(format, file: file)])
        }
        if GrammarFormat.isABNF(content: content) {
            return ABNFReader.read(content: content, baseURI: uri, file: file)
        }
        let markup = MarkupReader.read(content, file: file)
        guard let root = markup.root else { return (nil, markup.diagnostics) }
        guard root.name == "grammar" else {
            return (nil, [.unsupportedGrammar("<\(root.qualifiedName)>", file: file)])
        }
        let (grammar, found) = GrammarReader.read(root, baseURI: uri, file: file)
        return (grammar, markup.diagnostics + found)
    }
}

extension Diagnostic {
    fileprivate static func unsupportedGrammar(_ format: String, file: String) -> Diagnostic {
        Diagnostic(
            .error, id: GrammarFormat.unsupportedID, "grammars of the format \(format) are not supported",
            hint: "write it as SRGS, in XML or ABNF", file: file,
            position: SourcePosition(line: 1, column: 1), refusesDocument: true)
    }
}
