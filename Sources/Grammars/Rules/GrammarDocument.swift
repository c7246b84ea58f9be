import Diagnostics

/// A grammar as it was read: rules whose references to other documents are still open.
public struct GrammarDocument: Sendable {
    /// The absolute URI of the document it stands in, without fragment.
    public let uri: String
    /// The path or URI shown to people.
    public let file: String
    public let mode: CompiledGrammar.Mode
    let tagFormat: TagFormat
    /// The tags of its header (SISR 1.0 4.2), in order.
    let headerTags: [String]
    /// The name of its root rule.
    let root: String?
    let rules: [GrammarRule]
    let position: SourcePosition
    /// Index into `rules` by name.
    private let indices: [String: Int]

    init(
        uri: String, file: String, mode: CompiledGrammar.Mode, tagFormat: TagFormat = .script,
        headerTags: [String] = [], root: String?, rules: [GrammarRule], position: SourcePosition
    ) {
        self.uri = uri
        self.file = file
        self.mode = mode
        self.tagFormat = tagFormat
        self.headerTags = headerTags
        self.root = root
        self.rules = rules
        self.position = position
        indices = Dictionary(rules.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The documents that its rules refer to: absolute URIs without fragment, each once. None for a voice grammar,
    /// which matches no key whatever they say.
    public var externalReferences: [String] {
        guard mode == .dtmf else { return [] }
        var documents: [String] = []
        for rule in rules {
            for case .external(let document, _) in rule.references.map(\.target) where document != uri {
                if !documents.contains(document) { documents.append(document) }
            }
        }
        return documents
    }

    func index(of rule: String) -> Int? { indices[rule] }
}

/// A `<rule>`.
struct GrammarRule: Sendable {
    var name: String
    var isPublic: Bool
    var expansion: RuleExpansion
    /// All references in the expansion, in document order.
    var references: [RuleReference]
    var position: SourcePosition
}
