public import Diagnostics

/// Reads XML 1.0 documents with namespaces: well-formedness only. Nothing outside the document is ever read: a DOCTYPE
/// is accepted and what it names is not fetched, external entities are errors. Entities of the internal subset are
/// expanded within limits.
public enum MarkupReader {
    /// Reads a document.
    /// - Parameters:
    ///   - bytes: UTF-8, UTF-16, or what the XML declaration names and iconv knows.
    ///   - charset: The encoding that the server named: it counts more than the XML declaration (RFC 7303 3.2).
    ///   - file: The path or URI that diagnostics carry.
    public static func read(
        _ bytes: [UInt8], charset: String? = nil, file: String, limits: MarkupLimits = .default
    ) -> MarkupResult {
        read(bytes, charset: charset, file: file, limits: limits, data: nil)
    }

    /// - Parameter data: Is told of all nodes, those included that the tree leaves out.
    static func read(
        _ bytes: [UInt8], charset: String?, file: String, limits: MarkupLimits, data: DataTreeBuilder?
    ) -> MarkupResult {
        guard bytes.count <= limits.bytes else {
            let message = "The document has \(bytes.count) bytes, more than the limit of \(limits.bytes)"
            return MarkupResult(root: nil, diagnostics: [.tooLarge(message, file: file)])
        }
        switch TextDecoding.utf8(from: bytes, charset: charset) {
        case .failure(let failure):
            let diagnostic = Diagnostic.badEncoding(failure.message, file: file)
            return MarkupResult(root: nil, diagnostics: [diagnostic])
        case .success(let text):
            if let start = AttributeScan.firstTag(in: text, withMoreThan: limits.attributes) {
                var index = PositionIndex(text)
                let position = index.position(at: start)
                let diagnostic = Diagnostic.tooManyAttributes(limit: limits.attributes, file: file, at: position)
                return MarkupResult(root: nil, diagnostics: [diagnostic])
            }
            var builder = TreeBuilder(text: text, file: file, limits: limits, data: data)
            SAXParser.parse(text, into: &builder)
            return builder.result()
        }
    }
}

/// What the reader makes of a document.
public struct MarkupResult: Sendable {
    /// Nil when the document is not well-formed or beyond a limit; then there is at least one diagnostic.
    public var root: MarkupElement?
    public var diagnostics: [Diagnostic]

    public init(root: MarkupElement?, diagnostics: [Diagnostic]) {
        self.root = root
        self.diagnostics = diagnostics
    }
}

/// How much of a document is read before it is refused.
public struct MarkupLimits: Hashable, Sendable {
    /// Size of the document in bytes.
    public var bytes: Int
    /// Elements within one another, the root included; at most 256.
    public var depth: Int
    /// Attributes of one element, namespace declarations included.
    public var attributes: Int
    /// Bytes that text and attribute values may have beyond the size of the document, by expanding entities.
    public var expansion: Int
    /// References to declared entities, those within entities included.
    public var references: Int

    public init(
        bytes: Int = 16 << 20, depth: Int = 256, attributes: Int = 1_000, expansion: Int = 1 << 20,
        references: Int = 10_000
    ) {
        self.bytes = bytes
        self.depth = min(depth, 256)
        self.attributes = attributes
        self.expansion = expansion
        self.references = references
    }

    public static let `default` = MarkupLimits()
}
