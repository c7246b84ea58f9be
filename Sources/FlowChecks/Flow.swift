import CallControl
public import DialogMachines
public import Dialogs
public import MarkupReader
public import PluginManifests

/// Documents that belong together, as far as they are known.
public struct Flow: Sendable {
    public let documents: [FlowDocument]
    /// Whether these are all documents of the application: then what none of them has is not there.
    public let isWhole: Bool
    /// What `<object>` calls; nil: unknown.
    public let plugins: PluginCatalog?
    /// The text of a script at an absolute URI; nil when it cannot be had.
    let script: @Sendable (String) -> String?
    private let numbers: [String: Int]

    public init(
        documents: [FlowDocument], isWhole: Bool, plugins: PluginCatalog? = nil,
        script: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.documents = documents
        self.isWhole = isWhole
        self.plugins = plugins
        self.script = script
        numbers = Dictionary(
            documents.enumerated().map { ($1.document.uri, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The application root of a document; nil without one, and when it is not known.
    func root(of document: FlowDocument) -> FlowDocument? {
        document.machine.application.flatMap(self.document)
    }

    /// The document with that absolute URI; nil when it is not known.
    func document(_ uri: String) -> FlowDocument? { numbers[uri].map { documents[$0] } }

    /// The documents that name this one as their application root.
    func leaves(of root: FlowDocument) -> [FlowDocument] {
        documents.filter { $0.machine.application == root.document.uri }
    }

    /// Whether documents that are not known may have this one as their root.
    func mayHaveUnknownLeaves(_ document: FlowDocument) -> Bool {
        !isWhole && document.machine.application == nil
    }
}

/// A document with what was made of it.
public struct FlowDocument: Sendable {
    public let tree: MarkupElement
    public let document: Document
    public let machine: DialogMachine

    public init(tree: MarkupElement, document: Document, machine: DialogMachine) {
        self.tree = tree
        self.document = document
        self.machine = machine
    }

    var file: String { document.file }

    /// The absolute URI that a reference in the document means, without a fragment.
    func absolute(_ reference: String) -> String? {
        URIReference.resolve(URIReference.split(reference).document, against: machine.base)
    }
}
