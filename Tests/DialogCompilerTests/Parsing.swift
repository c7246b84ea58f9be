import Diagnostics
import DialogCompiler
import DialogParser
import Dialogs
import MarkupReader
import Testing

/// The document model of a text.
func parse(_ text: String) throws -> (Document, [Diagnostic]) {
    let result = MarkupReader.read(Array(text.utf8), file: "main.vxml")
    let root = try #require(result.root)
    let (document, diagnostics) = DialogParser.parse(root, uri: documentURI, file: "main.vxml")
    return (try #require(document), result.diagnostics + diagnostics)
}

/// The grammar documents that a text's inline grammars refer to.
func references(in text: String) throws -> [String] { GrammarReference.collect(from: try parse(text).0) }
