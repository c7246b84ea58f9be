public import OrderedCollections

/// An object that variables can hold.
public struct HeapObject: Hashable, Codable, Sendable {
    public enum Kind: Hashable, Codable, Sendable {
        case plain
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

/// All objects of one call.
public struct Heap: Hashable, Codable, Sendable {
    var slots: [HeapObject?] = []
    var free: [Int] = []

    public init() {}

    public subscript(reference: HeapReference) -> HeapObject {
        get { slots[reference.index] ?? HeapObject(.plain) }
        set { slots[reference.index] = newValue }
    }

    /// Puts a new object on the heap.
    public mutating func allocate(_ object: HeapObject) -> HeapReference {
        if let index = free.popLast() {
            slots[index] = object
            return HeapReference(index: index)
        }
        slots.append(object)
        return HeapReference(index: slots.count - 1)
    }
}
