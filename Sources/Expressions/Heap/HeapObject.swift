public import CallControl
public import OrderedCollections

/// An object that variables can hold.
public struct HeapObject: Hashable, Sendable {
    // Indirect: few objects are of a kind that holds something, and all would be as large.
    public indirect enum Kind: Hashable, Sendable {
        case plain
        /// A plain object that inherits from this one, as `new` makes them of a script's own functions.
        case inheriting(from: HeapReference)
        /// An object around a string, a number or a boolean, as `new String("x")` makes it.
        case wrapper(Value)
        /// Its elements are in `elements`.
        case array
        /// Called by the script engine only.
        case function(FunctionSource)
        /// Milliseconds since 1970-01-01T00:00:00Z, or NaN.
        case date(Double)
        case regularExpression(pattern: ECMAString, flags: ECMAString)
        /// An Error; the name (`TypeError`) and the message are its properties.
        case error
        /// The variables of a VoiceXML scope.
        case scope
        /// The document that a `<data>` has fetched. Like its parts it is read by the script engine only.
        case document(DataTree)
        /// A part of the document that this refers to.
        case node(of: HeapReference, DataPart)
    }

    public var kind: Kind
    /// Named properties in the order they were added. ECMAScript's order puts integer names first: `orderedNames`.
    public var properties: OrderedDictionary<ECMAString, Value>
    /// The elements of an array; nil is a hole.
    public var elements: [Value?]
    /// Whether the flow may not change it (`session.*`): a write is `error.semantic`.
    public var isReadOnly: Bool

    public init(
        _ kind: Kind, properties: OrderedDictionary<ECMAString, Value> = [:], elements: [Value?] = [],
        isReadOnly: Bool = false
    ) {
        self.kind = kind
        self.properties = properties
        self.elements = elements
        self.isReadOnly = isReadOnly
    }

    /// Whether it is what ECMAScript makes of `{}` or of a script's own constructor: nothing but its members.
    public var isPlain: Bool {
        switch kind {
        case .plain, .inheriting: true
        default: false
        }
    }

    /// Gives each object that this one refers to, in a fixed order; one may come several times.
    func forEachReference(_ body: (HeapReference) -> Void) {
        switch kind {
        case .function(let source): source.home.forEach(body)
        case .node(let document, _): body(document)
        case .inheriting(let prototype): body(prototype)
        default: break
        }
        // By index: an iterator would copy each value.
        for index in elements.indices {
            if case .object(let reference)? = elements[index] { body(reference) }
        }
        let values = properties.values.elements
        for index in values.indices {
            if case .object(let reference) = values[index] { body(reference) }
        }
    }

    /// The same object with other references.
    public func mappingReferences(_ body: (HeapReference) -> HeapReference) -> HeapObject {
        func mapped(_ value: Value) -> Value {
            if case .object(let reference) = value { .object(body(reference)) } else { value }
        }
        var copy = self
        switch kind {
        case .function(var source):
            source.home = source.home.map(body)
            copy.kind = .function(source)
        case .node(let document, let part): copy.kind = .node(of: body(document), part)
        case .inheriting(let prototype): copy.kind = .inheriting(from: body(prototype))
        default: break
        }
        copy.elements = elements.map { $0.map(mapped) }
        copy.properties = properties.mapValues(mapped)
        return copy
    }
}

/// What of a document a variable can hold besides the document itself, by indices of `DataTree.nodes`.
public enum DataPart: Hashable, Codable, Sendable {
    case node(Int)
    /// A NodeList.
    case list([Int])
    /// The NamedNodeMap of an element's attributes.
    case attributes(of: Int)
}

/// A function: its source text and the VoiceXML scopes it was declared in, nearest first.
public struct FunctionSource: Hashable, Codable, Sendable {
    public var text: ECMAString
    public var home: [HeapReference]

    public init(text: ECMAString, home: [HeapReference]) {
        self.text = text
        self.home = home
    }
}
