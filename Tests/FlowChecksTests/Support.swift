import CallControl
import Diagnostics
import DialogCompiler
import DialogMachines
import DialogParser
import Expressions
import FlowChecks
import MarkupReader
import PluginManifests
import Testing

/// Takes every text for good.
final class LenientChecker: ScriptSyntaxChecker {
    func problem(inExpression text: String) -> String? { nil }
    func problem(inProgram text: String) -> String? { nil }
}

/// A flow of documents by their names; each is the content of a `<vxml>`, or the whole text of one.
func flow(
    _ contents: KeyValuePairs<String, String>, isWhole: Bool = true, plugins: PluginCatalog? = nil,
    scripts: [String: String] = [:]
) throws -> Flow {
    let documents = try contents.map { name, content in
        let text =
            content.hasPrefix("<vxml")
            ? content : "<vxml version=\"2.1\" xmlns=\"http://www.w3.org/2001/vxml\">\(content)</vxml>"
        return try flowDocument(text, name: name, plugins: plugins)
    }
    return Flow(documents: documents, isWhole: isWhole, plugins: plugins) { uri in
        uri.hasPrefix(folder) ? scripts[String(uri.dropFirst(folder.count))] : nil
    }
}

private let folder = "file:///flows/"

private func flowDocument(_ text: String, name: String, plugins: PluginCatalog?) throws -> FlowDocument {
    let read = MarkupReader.read(Array(text.utf8), file: name)
    let tree = try #require(read.root, "\(read.diagnostics)")
    let (document, parsing) = DialogParser.parse(tree, uri: folder + name, file: name)
    let (machine, compiling) = DialogCompiler.compile(
        try #require(document), id: ResourceID(uri: folder + name, digest: "0"), checker: LenientChecker(),
        plugins: plugins)
    #expect((parsing + compiling).filter(\.refusesDocument).isEmpty)
    return FlowDocument(tree: tree, document: try #require(document), machine: machine)
}

/// What the rules say of a flow: `file:line:column id` of each, without the file when it is main.vxml.
func findings(_ flow: Flow) -> [String] {
    FlowChecks.diagnostics(of: flow).map { diagnostic in
        let file = diagnostic.file == "main.vxml" ? "" : diagnostic.file + ":"
        return "\(file)\(diagnostic.position.line):\(diagnostic.position.column) \(diagnostic.id)"
    }
}

/// The same of a flow of one document, which is all of it, by line only, without what other rules say.
func findings(_ id: String, in content: String) throws -> [String] {
    FlowChecks.diagnostics(of: try flow(["main.vxml": content])).filter { $0.id == id }
        .map { "\($0.position.line):\($0.position.column)" }
}

/// A document whose root is another one.
func leaf(_ content: String, root: String = "root.vxml") -> String {
    "<vxml version=\"2.1\" xmlns=\"http://www.w3.org/2001/vxml\" application=\"\(root)\">\(content)</vxml>"
}
