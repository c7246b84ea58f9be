public import Diagnostics

/// An element of an XML document: its names, attributes and children, and where its start tag begins.
public final class MarkupElement: Sendable {
    /// The local name: `form`.
    public let name: String
    public let prefix: String?
    /// The namespace URI; nil in no namespace.
    public let namespace: String?
    /// In document order, namespace declarations left out.
    public let attributes: [MarkupAttribute]
    /// Elements and text in document order; comments and processing instructions are left out, text around them is one.
    public let children: [MarkupNode]
    /// The elements among the children: nearly everything that looks into a tree asks for them.
    public let childElements: [MarkupElement]
    /// Of the `<` of the start tag; in the expansion of an entity, just after the reference.
    public let position: SourcePosition
    /// `xml:lang` in scope here, declared here or by an ancestor.
    public let language: String?
    /// `xml:base` in scope here (XML Base 1.0): the bases of the ancestors resolved one against another. It may still
    /// be relative to the document's own URI.
    public let base: String?

    /// - Parameters:
    ///   - language: The language in scope, inherited or its own.
    ///   - base: The base in scope, inherited or its own.
    public init(
        name: String, prefix: String? = nil, namespace: String? = nil, attributes: [MarkupAttribute] = [],
        children: [MarkupNode] = [], position: SourcePosition, language: String? = nil, base: String? = nil
    ) {
        self.name = name
        self.prefix = prefix
        self.namespace = namespace
        self.attributes = attributes
        self.children = children
        childElements =
            children.isEmpty ? [] : children.compactMap { if case .element(let element) = $0 { element } else { nil } }
        self.position = position
        self.language = language
        self.base = base
    }

    /// The name as it is written, with its prefix: `conf:test`.
    public var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }

    /// The attribute of this name in no namespace.
    public func attribute(_ name: String) -> MarkupAttribute? {
        attributes.first { $0.namespace == nil && $0.name == name }
    }

    /// The value of the attribute of this name in no namespace.
    public subscript(_ name: String) -> String? { attribute(name)?.value }

    /// The text directly in this element, that of child elements left out.
    public var text: String {
        children.reduce(into: "") { sum, child in if case .text(let text) = child { sum += text.text } }
    }
}

/// An attribute of an element.
public struct MarkupAttribute: Hashable, Sendable {
    /// The local name: `lang`.
    public var name: String
    public var prefix: String?
    /// The namespace URI; nil in no namespace.
    public var namespace: String?
    /// The normalized value, references expanded.
    public var value: String
    /// Of the first character of the name.
    public var position: SourcePosition
    /// Of the first character of the value as it is written, after the quote; that of the name when the attribute is
    /// not written but a default.
    public var valuePosition: SourcePosition

    public init(
        name: String, prefix: String? = nil, namespace: String? = nil, value: String, position: SourcePosition,
        valuePosition: SourcePosition
    ) {
        self.name = name
        self.prefix = prefix
        self.namespace = namespace
        self.value = value
        self.position = position
        self.valuePosition = valuePosition
    }

    /// The name as it is written, with its prefix: `xml:lang`.
    public var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }
}

/// A stretch of text, `CDATA` sections and references expanded, white space as it is.
public struct MarkupText: Hashable, Sendable {
    public var text: String
    /// Of its first character that is not white space; of its start when it is all white space.
    public var position: SourcePosition

    public init(text: String, position: SourcePosition) {
        self.text = text
        self.position = position
    }

    /// Whether it is nothing but XML white space.
    public var isBlank: Bool { text.utf8.allSatisfy(\.isXMLSpace) }
}

/// A child of an element.
public enum MarkupNode: Sendable {
    case element(MarkupElement)
    case text(MarkupText)

    public var position: SourcePosition {
        switch self {
        case .element(let element): element.position
        case .text(let text): text.position
        }
    }
}

extension String {
    /// Without the white space of XML around it.
    public var withoutOuterXMLSpace: String {
        guard utf8.first?.isXMLSpace == true || utf8.last?.isXMLSpace == true else { return self }
        guard let first = utf8.firstIndex(where: { !$0.isXMLSpace }),
            let last = utf8.lastIndex(where: { !$0.isXMLSpace })
        else { return "" }
        return String(self[first...last])
    }
}

extension UInt8 {
    /// White space of XML 1.0 (production 3).
    public var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
