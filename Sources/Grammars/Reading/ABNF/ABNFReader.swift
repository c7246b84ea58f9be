public import Diagnostics

/// Reads the ABNF form of SRGS 1.0: a document of its own, or the text of a `<grammar>` inside VoiceXML.
public enum ABNFReader {
    /// - Parameters:
    ///   - text: The grammar. Only one that stands in a `<grammar>` can do without the header `#ABNF 1.0;`.
    ///   - start: Where the text starts in its file.
    ///   - baseURI: The absolute URI of the document that it stands in; a `base` resolves against it.
    ///   - file: The path or URI that diagnostics carry.
    ///   - mode: The mode of a grammar that declares none.
    /// - Returns: The grammar, nil when it has errors, and all that is wrong with it.
    public static func read(
        _ text: String, at start: SourcePosition = SourcePosition(line: 1, column: 1), baseURI: String, file: String,
        mode: CompiledGrammar.Mode = .voice
    ) -> (GrammarDocument?, [Diagnostic]) {
        var parser = ABNFParser(text, at: start, baseURI: baseURI, file: file, mode: mode)
        let document = parser.document()
        return (parser.diagnostics.isEmpty ? document : nil, parser.diagnostics)
    }

    /// Reads a file: its header may name the encoding (SRGS 1.0 4.1), which is UTF-8 or ISO-8859-1.
    public static func read(
        content: [UInt8], baseURI: String, file: String
    ) -> (GrammarDocument?, [Diagnostic]) {
        read(decode(content), baseURI: baseURI, file: file)
    }

    private static func decode(_ content: [UInt8]) -> String {
        let header = content.prefix(64).prefix { $0 != UInt8(ascii: ";") }
        let words = String(decoding: header, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
        if ["iso-8859-1", "iso8859-1", "latin1"].contains(words.last.map(String.init)) {
            return String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
        }
        return String(decoding: content, as: UTF8.self)
    }
}

/// What an ABNF grammar cannot be read for: its reading ends there.
struct ABNFSyntaxError: Error {
    var message: String
    var position: SourcePosition
}
