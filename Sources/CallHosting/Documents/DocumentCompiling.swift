import CallControl
import Diagnostics
import DialogCompiler
import DialogMachines
import DialogParser
import Dialogs
import Expressions
import FlowChecks
import Grammars
import MarkupReader
import PluginManifests

/// From a URI to what calls run: reads, parses and compiles.
struct DocumentCompiling: Sendable {
    let plugins: PluginCatalog
    /// Default values of properties: a document without an application root has them unless it sets them itself.
    let properties: [String: String]

    func load(_ fetch: Fetch, checker: any ScriptSyntaxChecker) -> LoadedResource {
        var sources = SourceGathering()
        let (uri, fragment) = URIReference.split(fetch.uri)
        let content: [UInt8]
        do {
            content = try sources.read(uri)
        } catch {
            return .failed("error.badfetch", error.description, files: sources.files)
        }
        let file = FileURI.path(of: uri) ?? uri
        switch fetch.kind {
        case .document: return loadDocument(content, uri: uri, file: file, &sources, checker)
        case .grammar: return loadGrammar(content, uri: uri, rule: fragment, file: file, &sources)
        case .script: return loadScript(content, uri: uri, sources)
        case .data: return loadData(content, uri: uri, file: file, sources, asker: fetch.origin)
        }
    }

    /// Says all that is wrong with a document or a grammar.
    func check(
        _ content: [UInt8], uri: String, file: String, sources: inout SourceGathering,
        checker: any ScriptSyntaxChecker
    ) -> CheckedDocument {
        if GrammarFormat.isABNF(content: content) {
            let (_, diagnostics) = grammar(content, uri: uri, rule: nil, file: file, &sources)
            return CheckedDocument(machine: nil, diagnostics: diagnostics)
        }
        let markup = MarkupReader.read(content, file: file)
        guard let root = markup.root else { return CheckedDocument(machine: nil, diagnostics: markup.diagnostics) }
        if root.name == "grammar" {
            let (_, diagnostics) = grammar(content, uri: uri, rule: nil, file: file, &sources)
            return CheckedDocument(machine: nil, diagnostics: diagnostics, tree: root, content: content)
        }
        let (compiled, diagnostics) = compile(root, uri: uri, file: file, &sources, checker)
        let isRefused = diagnostics.contains(where: \.refusesDocument)
        return CheckedDocument(
            machine: isRefused ? nil : compiled?.machine, compiled: compiled,
            diagnostics: markup.diagnostics + diagnostics, tree: root, content: content)
    }

    private func loadDocument(
        _ content: [UInt8], uri: String, file: String, _ sources: inout SourceGathering,
        _ checker: any ScriptSyntaxChecker
    ) -> LoadedResource {
        let markup = MarkupReader.read(content, file: file)
        guard let root = markup.root else {
            return .refused(markup.diagnostics, files: sources.files)
                ?? .failed("error.badfetch", "\(file): it is no XML", files: sources.files)
        }
        let (compiled, diagnostics) = compile(root, uri: uri, file: file, &sources, checker)
        if let refused = LoadedResource.refused(diagnostics, files: sources.files) { return refused }
        guard let machine = compiled?.machine else {
            return .failed("error.badfetch", "\(file): it is no VoiceXML", files: sources.files)
        }
        return LoadedResource(outcome: .loaded(machine.id), resource: .machine(machine), files: sources.files)
    }

    private func compile(
        _ root: MarkupElement, uri: String, file: String, _ sources: inout SourceGathering,
        _ checker: any ScriptSyntaxChecker
    ) -> (FlowDocument?, [Diagnostic]) {
        let (document, parsing) = DialogParser.parse(root, uri: uri, file: file)
        guard let document else { return (nil, parsing) }
        let (library, reading) = sources.readGrammars(GrammarReference.collect(from: document))
        let (machine, compiling) = DialogCompiler.compile(
            document, id: ResourceID(uri: uri, digest: sources.digest), grammarLibrary: library, checker: checker,
            plugins: plugins, defaultProperties: properties)
        let own = (parsing + compiling).sorted { $0.position < $1.position }
        return (FlowDocument(tree: root, document: document, machine: machine), own + reading)
    }

    private func loadGrammar(
        _ content: [UInt8], uri: String, rule: String?, file: String, _ sources: inout SourceGathering
    ) -> LoadedResource {
        let (compiled, diagnostics) = grammar(content, uri: uri, rule: rule, file: file, &sources)
        if let unsupported = diagnostics.first(where: { $0.id == GrammarFormat.unsupportedID }) {
            return .failed("error.unsupported.format", unsupported.message, files: sources.files)
        }
        if let refused = LoadedResource.refused(diagnostics, files: sources.files) { return refused }
        guard let compiled else {
            return .failed("error.badfetch", "\(file): it is no grammar", files: sources.files)
        }
        let id = ResourceID(uri: uri + (rule.map { "#" + $0 } ?? ""), digest: sources.digest)
        return LoadedResource(outcome: .loaded(id), resource: .grammar(compiled), files: sources.files)
    }

    private func grammar(
        _ content: [UInt8], uri: String, rule: String?, file: String, _ sources: inout SourceGathering
    ) -> (CompiledGrammar?, [Diagnostic]) {
        var (grammar, diagnostics) = GrammarSource.read(content, uri: uri, file: file)
        guard let grammar else { return (nil, diagnostics) }
        let (library, found) = sources.readGrammars(grammar.externalReferences)
        diagnostics += found
        do throws(GrammarError) {
            return (try GrammarCompiler.compile(grammar, rootRule: rule, library: library), diagnostics)
        } catch {
            return (nil, diagnostics + [error.diagnostic])
        }
    }

    private func loadData(
        _ content: [UInt8], uri: String, file: String, _ sources: SourceGathering, asker: String?
    ) -> LoadedResource {
        let (tree, diagnostics) = MarkupReader.readData(content, file: file)
        guard let tree else {
            return .refused(diagnostics, files: sources.files)
                ?? .failed("error.badfetch", "\(file): it is no XML", files: sources.files)
        }
        guard AccessControl(tree).allows(reading: uri, by: asker) else {
            return .failed(
                "error.noauthorization", "\(uri) does not allow \(asker ?? "others") to read it", files: sources.files)
        }
        let id = ResourceID(uri: uri, digest: sources.digest)
        return LoadedResource(outcome: .loaded(id), resource: .data(tree), files: sources.files)
    }

    private func loadScript(_ content: [UInt8], uri: String, _ sources: SourceGathering) -> LoadedResource {
        let text = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content[3...] : content[...]
        guard let script = String(validating: text, as: UTF8.self) else {
            return .failed("error.badfetch", "\(uri): it is no UTF-8", files: sources.files)
        }
        let id = ResourceID(uri: uri, digest: sources.digest)
        return LoadedResource(outcome: .loaded(id), resource: .script(script), files: sources.files)
    }
}
