/// An XML document as data: what `<data>` gives a flow to read (VoiceXML 2.1 5). Immutable; all that refer to it share it.
public final class DataTree: Sendable {
    /// The document is the first, the others follow in document order, the attributes of an element behind it.
    public let nodes: [Node]
    private let hash: Int

    public init(nodes: [Node]) {
        self.nodes = nodes
        hash = nodes.hashValue
    }

    /// A node, by what DOM says of it.
    public struct Node: Hashable, Codable, Sendable {
        public var kind: Kind
        /// `nodeName`: of an element or attribute as it is written, of a processing instruction its target.
        public var name: String
        public var prefix: String?
        public var localName: String?
        public var namespace: String?
        /// Of what has content of its own: attributes, text, comments, processing instructions.
        public var value: String?
        /// Index of the parent, of an attribute that of its element; nil for the document.
        public var parent: Int?
        public var children: [Int] = []
        public var attributes: [Int] = []
        /// Whether it is an attribute whose value names its element.
        public var isID = false

        public init(
            _ kind: Kind, name: String, prefix: String? = nil, localName: String? = nil, namespace: String? = nil,
            value: String? = nil, parent: Int? = nil, isID: Bool = false
        ) {
            self.kind = kind
            self.name = name
            self.prefix = prefix
            self.localName = localName
            self.namespace = namespace
            self.value = value
            self.parent = parent
            self.isID = isID
        }
    }

    /// `nodeType` of DOM.
    public enum Kind: Int, Hashable, Codable, Sendable {
        case element = 1
        case attribute = 2
        case text = 3
        case cdataSection = 4
        case processingInstruction = 7
        case comment = 8
        case document = 9
    }
}

extension DataTree: Hashable {
    public static func == (left: DataTree, right: DataTree) -> Bool {
        left === right || (left.hash == right.hash && left.nodes == right.nodes)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension DataTree: Codable {
    public convenience init(from decoder: any Decoder) throws {
        self.init(nodes: try [Node](from: decoder))
    }

    public func encode(to encoder: any Encoder) throws { try nodes.encode(to: encoder) }
}
