import CallControl
import Diagnostics
import DialogCompiler
import DialogMachines
import DialogParser
import Expressions
import Grammars
import MarkupReader
import PluginManifests
import Testing

/// Says of nothing but text with `@` in it that it does not parse.
final class FakeChecker: ScriptSyntaxChecker {
    func problem(inExpression text: String) -> String? { text.contains("@") ? "SyntaxError: bad character" : nil }
    func problem(inProgram text: String) -> String? { problem(inExpression: text) }
}

/// A document that was read, parsed and compiled.
struct Compiled {
    var machine: DialogMachine
    /// Of the parser and the compiler.
    var diagnostics: [Diagnostic]

    /// `error` or `warning` and id of each; an error that refuses the document has `!`.
    var findings: [String] {
        diagnostics.map { "\($0.severity.rawValue) \($0.id)\($0.refusesDocument ? "!" : "")" }
    }

    /// The listing's lines without the places at their right edges, trimmed.
    var listing: [String] {
        MachineListing.text(of: machine).split(separator: "\n").map { line in
            let text = line.split(separator: "  ").map { $0.drop { $0 == " " } }
            let isPlace = text.last?.allSatisfy { $0.isNumber || $0 == ":" } ?? false
            return (isPlace ? text.dropLast() : text[...]).joined(separator: " ")
        }
    }

    /// The instructions of the whole machine as the listing has them: `0 var x = 1`.
    var code: [String] { listing.filter { $0.first?.isNumber ?? false } }
}

let documentURI = "file:///flows/main.vxml"

/// Compiles the text of a document.
func compile(
    document text: String, library: [String: GrammarDocument] = [:], plugins: PluginCatalog? = nil
) throws -> Compiled {
    let (document, found) = try parse(text)
    let (machine, more) = DialogCompiler.compile(
        document, id: ResourceID(uri: documentURI, digest: "0"), grammarLibrary: library, checker: FakeChecker(),
        plugins: plugins)
    return Compiled(machine: machine, diagnostics: found + more)
}

/// Compiles what stands in `<vxml>`.
func compile(
    _ content: String, attributes: String = "", library: [String: GrammarDocument] = [:], plugins: PluginCatalog? = nil
) throws -> Compiled {
    try compile(document: vxml(content, attributes: attributes), library: library, plugins: plugins)
}

/// Compiles what stands in the only form.
func compile(form content: String, plugins: PluginCatalog? = nil) throws -> Compiled {
    try compile("<form>\(content)</form>", plugins: plugins)
}

/// Compiles what stands in the only block.
func compile(block content: String) throws -> Compiled { try compile(form: "<block>\(content)</block>") }

func vxml(_ content: String, attributes: String = "") -> String {
    "<vxml version=\"2.1\" xmlns=\"http://www.w3.org/2001/vxml\" \(attributes)>\(content)</vxml>"
}
