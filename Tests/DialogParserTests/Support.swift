import Diagnostics
import DialogParser
import Dialogs
import MarkupReader
import Testing

struct NotReadable: Error {}

let documentURI = "http://flows.example/main.vxml"

/// A document of version 2.1 whose content begins in line 2.
func page(_ content: String) -> String {
    "<vxml version=\"2.1\" xmlns=\"http://www.w3.org/2001/vxml\">\n\(content)\n</vxml>"
}

/// A document with one form whose block holds this, in line 2 from column 1.
func block(_ content: String) -> String { page("<form><block>\n\(content)\n</block></form>") }

func parse(_ source: String, uri: String = documentURI) throws -> (document: Document?, diagnostics: [Diagnostic]) {
    let result = MarkupReader.read(Array(source.utf8), file: "main.vxml")
    guard let root = result.root else { throw NotReadable() }
    let (document, diagnostics) = DialogParser.parse(root, uri: uri, file: "main.vxml")
    return (document, diagnostics)
}

/// The document of a source without anything wrong in it.
func document(_ source: String, uri: String = documentURI) throws -> Document {
    let (document, diagnostics) = try parse(source, uri: uri)
    guard let document, diagnostics.isEmpty else { throw NotReadable() }
    return document
}

extension [Diagnostic] {
    /// `line:column id` of each, with a `!` when it refuses the document.
    var short: [String] {
        map { "\($0.position.line):\($0.position.column) \($0.id)" + ($0.refusesDocument ? "!" : "") }
    }
}

/// A source and what is wrong with it.
struct Case: CustomTestStringConvertible, Sendable {
    var source: String
    var expected: [String]

    init(_ source: String, _ expected: String...) {
        self.source = source
        self.expected = expected
    }

    var testDescription: String { source }
}
