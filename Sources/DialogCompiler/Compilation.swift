import CallControl
import Diagnostics
import DialogMachines
import Dialogs
import Expressions
import Grammars
import PluginManifests

/// One document on its way to a machine. It recurses as deep as elements nest, which `MarkupReader` limits.
struct Compilation {
    let document: Document
    let grammarLibrary: [String: GrammarDocument]
    let checker: any ScriptSyntaxChecker
    let plugins: PluginCatalog?
    var machine: DialogTables
    var diagnostics: [Diagnostic] = []
    /// The expressions by their text: many elements have the same.
    var expressions: [String: Expression] = [:]
    /// The properties around what is being compiled: those of the document, a dialog, an item.
    var hintProperties: [[String: String]] = []
    var notedPrefetches: Set<PrefetchEntry> = []
    /// The grammars of `dtmf` attributes and of builtin types, by their text: many elements have the same.
    var keyGrammars: [String: CompiledGrammar] = [:]
    var builtinGrammars: [String: CompiledGrammar] = [:]
    /// By their text without places: documents ask for the same in many fields.
    var inlineGrammars: [String: CompiledGrammar] = [:]

    init(
        document: Document, id: ResourceID, grammarLibrary: [String: GrammarDocument],
        checker: any ScriptSyntaxChecker, plugins: PluginCatalog?
    ) {
        self.document = document
        self.grammarLibrary = grammarLibrary
        self.checker = checker
        self.plugins = plugins
        machine = DialogTables(
            id: id, base: document.resolvedBase, file: document.file, version: document.version,
            lang: document.lang?.text ?? Self.defaultLanguage, application: nil)
    }

    /// What is spoken where nothing says `xml:lang`.
    static let defaultLanguage = "en-US"

    /// Compiles everything into `machine`.
    mutating func compileDocument() {
        machine.application = document.application.flatMap { applicationRoot($0) }
        machine.properties = properties(document.properties)
        hintProperties = [machine.properties]
        machine.initialization = initialization(document.initializers, at: document.position)
        machine.handlers = handlers(document.handlers)
        machine.links = links(document.links)
        for dialog in document.dialogs {
            let entry =
                switch dialog {
                case .form(let form): self.form(form)
                case .menu(let menu): self.menu(menu)
                }
            machine.append(entry)
        }
    }

    /// The application root's absolute URI without a fragment.
    private mutating func applicationRoot(_ uri: SourceText) -> String? {
        guard let absolute = URIReference.resolve(uri.text, against: machine.base) else {
            report(.badValue(of: "application", uri, expected: "a URI"))
            return nil
        }
        return URIReference.split(absolute).document
    }
}

extension Document {
    /// What relative URIs of the document resolve against: `xml:base`, itself resolved against the document's URI.
    var resolvedBase: String {
        base.flatMap { URIReference.resolve($0.text, against: uri) } ?? uri
    }
}

extension Array {
    /// Appends, and says where the new elements are.
    mutating func append(range elements: [Element]) -> Range<Int> {
        let start = count
        append(contentsOf: elements)
        return start..<count
    }
}
