import CallControl
import Diagnostics
import DialogCompiler
import DialogMachines
import DialogParser
import Expressions
import FormInterpreter
import Grammars
import MarkupReader
import PluginManifests
import ScriptEngine

/// The documents of a test and the world they make: compiled when a session asks for them.
final class Library {
    static let base = "file:///flow/"

    private let texts: [String: String]
    let world: World
    /// The diagnostics of all that has been compiled.
    private(set) var diagnostics: [Diagnostic] = []
    private let engine = JavaScriptCoreEngine()

    /// - Parameter texts: documents (`.vxml`), grammars (`.grxml`) and scripts (`.js`) by their file names.
    init(_ texts: [String: String], plugins: PluginCatalog = PluginCatalog()) {
        self.texts = texts
        world = World(plugins: plugins, evaluator: engine, checker: engine)
    }

    /// Answers a fetch, as a call host would.
    func fetch(_ fetch: Fetch) -> FetchOutcome {
        let (uri, rule) = URIReference.split(fetch.uri)
        guard uri.hasPrefix(Self.base), let text = texts[String(uri.dropFirst(Self.base.count))] else {
            return .failed(event: "error.badfetch", message: "there is no \(fetch.uri)")
        }
        let id = ResourceID(uri: fetch.uri, digest: "1")
        switch fetch.kind {
        case .script: world.scripts[id] = text
        case .data:
            guard let tree = MarkupReader.readData(Array(text.utf8), file: uri).0 else {
                return .failed(event: "error.badfetch", message: "it is no XML")
            }
            world.data[id] = tree
        case .document:
            guard let machine = compile(document: text, id) else {
                return .failed(event: "error.badfetch", message: "\(diagnostics.map(\.description))")
            }
            world.machines[id] = machine
        case .grammar:
            guard let grammar = compile(grammar: text, uri, rule: rule) else {
                return .failed(event: "error.badfetch", message: "\(diagnostics.map(\.description))")
            }
            world.grammars[id] = grammar
        }
        return .loaded(id)
    }

    private func compile(document text: String, _ id: ResourceID) -> DialogMachine? {
        if let known = world.machines[id] { return known }
        let markup = MarkupReader.read(Array(text.utf8), file: id.uri)
        diagnostics += markup.diagnostics
        guard let root = markup.root else { return nil }
        let (document, problems) = DialogParser.parse(root, uri: id.uri, file: id.uri)
        diagnostics += problems
        guard let document else { return nil }
        let (machine, more) = DialogCompiler.compile(document, id: id, checker: engine, plugins: world.plugins)
        diagnostics += more
        return diagnostics.contains { $0.refusesDocument } ? nil : machine
    }

    private func read(grammar text: String, _ uri: String) -> (GrammarDocument?, [Diagnostic]) {
        if GrammarFormat.isABNF(content: Array(text.utf8)) { return ABNFReader.read(text, baseURI: uri, file: uri) }
        let markup = MarkupReader.read(Array(text.utf8), file: uri)
        guard let root = markup.root else { return (nil, markup.diagnostics) }
        return GrammarReader.read(root, baseURI: uri, file: uri)
    }

    private func compile(grammar text: String, _ uri: String, rule: String?) -> CompiledGrammar? {
        let (document, problems) = read(grammar: text, uri)
        diagnostics += problems
        guard let document else { return nil }
        return try? GrammarCompiler.compile(document, rootRule: rule, library: [:])
    }
}
