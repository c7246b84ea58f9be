import CallControl
import Diagnostics
import DialogCompiler
import DialogMachines
import DialogParser
import Dialogs
import Expressions
import Fetching
import FlowChecks
import Grammars
import MarkupReader
import PluginManifests

/// From a URI to what calls run: reads, parses and compiles.
struct DocumentCompiling: Sendable {
    let plugins: PluginCatalog
    /// Default values of properties: a document without an application root has them unless it sets them itself.
    let properties: [String: String]

    /// Makes the resource of what has been gathered. Where `sources` wants more in the end, it is not complete.
    func load(_ fetch: Fetch, _ sources: inout SourceGathering, checker: any ScriptSyntaxChecker) -> LoadedResource {
        let (uri, fragment) = URIReference.split(fetch.uri)
        var loaded: LoadedResource
        do throws(FetchFailure) {
            let source = try sources.read(uri, from: fetch.origin)
            loaded =
                switch fetch.kind {
                case .document: loadDocument(source, fragment: fragment, &sources, checker)
                case .grammar: loadGrammar(source, rule: fragment, &sources)
                case .script: loadScript(source, charset: fetch.charset, sources)
                case .data: loadData(source, asker: fetch.origin, sources)
                }
        } catch {
            loaded = .failed(error)
        }
        loaded.editions = sources.editions
        loaded.size = sources.size
        return loaded
    }

    /// Says all that is wrong with a document or a grammar.
    /// - Parameter file: diagnostics name it so.
    func check(
        _ source: Source, file: String, sources: inout SourceGathering, checker: any ScriptSyntaxChecker
    ) -> CheckedDocument {
        if GrammarFormat.isABNF(content: source.bytes) {
            return CheckedDocument(machine: nil, diagnostics: grammarDiagnostics(source, file: file, &sources))
        }
        let markup = MarkupReader.read(source.bytes, charset: source.charset, file: file)
        guard let root = markup.root else { return CheckedDocument(machine: nil, diagnostics: markup.diagnostics) }
        if root.name == "grammar" {
            let diagnostics = grammarDiagnostics(source, file: file, &sources)
            return CheckedDocument(machine: nil, diagnostics: diagnostics, tree: root, content: source.bytes)
        }
        let (compiled, diagnostics) = compile(root, uri: source.uri, file: file, &sources, checker)
        let isRefused = diagnostics.contains(where: \.refusesDocument)
        return CheckedDocument(
            machine: isRefused ? nil : compiled?.machine, compiled: compiled,
            diagnostics: markup.diagnostics + diagnostics, tree: root, content: source.bytes)
    }

    /// A grammar, its rule in the fragment; nil: it cannot be read or is wrong.
    func grammar(at uri: String, _ sources: inout SourceGathering) -> CompiledGrammar? {
        let (path, rule) = URIReference.split(uri)
        guard let source = try? sources.read(path, from: nil) else { return nil }
        return grammar(source, rule: rule, &sources).0
    }

    private func grammarDiagnostics(
        _ source: Source, file: String, _ sources: inout SourceGathering
    ) -> [Diagnostic] {
        var source = source
        source.file = file
        return grammar(source, rule: nil, &sources).1
    }

    /// - Parameter fragment: that of a redirect.
    private func loadDocument(
        _ source: Source, fragment: String?, _ sources: inout SourceGathering, _ checker: any ScriptSyntaxChecker
    ) -> LoadedResource {
        let markup = MarkupReader.read(source.bytes, charset: source.charset, file: source.file)
        guard let root = markup.root else {
            return .refused(markup.diagnostics) ?? .failed("error.badfetch", "\(source.file): it is no XML")
        }
        let (compiled, diagnostics) = compile(root, uri: source.uri, file: source.file, &sources, checker)
        if let refused = LoadedResource.refused(diagnostics) { return refused }
        guard let machine = compiled?.machine else {
            return .failed("error.badfetch", "\(source.file): it is no VoiceXML")
        }
        return LoadedResource(outcome: .loaded(machine.id, fragment: fragment), resource: .machine(machine))
    }

    private func compile(
        _ root: MarkupElement, uri: String, file: String, _ sources: inout SourceGathering,
        _ checker: any ScriptSyntaxChecker
    ) -> (FlowDocument?, [Diagnostic]) {
        let (document, parsing) = DialogParser.parse(root, uri: uri, file: file)
        guard let document else { return (nil, parsing) }
        let (library, reading) = sources.readGrammars(GrammarReference.collect(from: document), from: uri)
        let (machine, compiling) = DialogCompiler.compile(
            document, id: ResourceID(uri: uri, digest: sources.digest), grammarLibrary: library, checker: checker,
            plugins: plugins, defaultProperties: properties)
        let own = (parsing + compiling).sorted { $0.position < $1.position }
        return (FlowDocument(tree: root, document: document, machine: machine), own + reading)
    }

    private func loadGrammar(_ source: Source, rule: String?, _ sources: inout SourceGathering) -> LoadedResource {
        let (compiled, diagnostics) = grammar(source, rule: rule, &sources)
        if let unsupported = diagnostics.first(where: GrammarFormat.isUnsupported) {
            return .failed("error.unsupported.format", unsupported.message)
        }
        if let refused = LoadedResource.refused(diagnostics) { return refused }
        guard let compiled else { return .failed("error.badfetch", "\(source.file): it is no grammar") }
        let id = ResourceID(uri: source.uri + (rule.map { "#" + $0 } ?? ""), digest: sources.digest)
        return LoadedResource(outcome: .loaded(id), resource: .grammar(compiled))
    }

    private func grammar(
        _ source: Source, rule: String?, _ sources: inout SourceGathering
    ) -> (CompiledGrammar?, [Diagnostic]) {
        var (grammar, diagnostics) = GrammarSource.read(source)
        guard let grammar else { return (nil, diagnostics) }
        let (library, found) = sources.readGrammars(grammar.externalReferences, from: source.uri)
        diagnostics += found
        do throws(GrammarError) {
            return (try GrammarCompiler.compile(grammar, rootRule: rule, library: library), diagnostics)
        } catch {
            return (nil, diagnostics + [error.diagnostic])
        }
    }

    /// - Parameter charset: counts where the server names none (VoiceXML 2.0 5.3.12).
    private func loadScript(_ source: Source, charset: String?, _ sources: SourceGathering) -> LoadedResource {
        switch TextDecoding.utf8(from: source.bytes, charset: source.charset ?? charset) {
        case .failure(let failure): return .failed("error.badfetch", "\(source.file): \(failure.message)")
        case .success(let text):
            guard let script = String(validating: text, as: UTF8.self) else {
                return .failed("error.badfetch", "\(source.file): it is no UTF-8")
            }
            let id = ResourceID(uri: source.uri, digest: sources.digest)
            return LoadedResource(outcome: .loaded(id), resource: .script(script))
        }
    }

    /// - Parameter asker: the document that wants to read it.
    private func loadData(_ source: Source, asker: String?, _ sources: SourceGathering) -> LoadedResource {
        let (tree, diagnostics) = MarkupReader.readData(source.bytes, charset: source.charset, file: source.file)
        guard let tree else {
            return .refused(diagnostics) ?? .failed("error.badfetch", "\(source.file): it is no XML")
        }
        guard AccessControl(tree).allows(reading: source.uri, by: asker) else {
            return .failed(
                "error.noauthorization",
                "\(source.file) does not allow \(asker.map(URIReference.readable) ?? "others") to read it")
        }
        let id = ResourceID(uri: source.uri, digest: sources.digest)
        return LoadedResource(outcome: .loaded(id), resource: .data(tree))
    }
}
