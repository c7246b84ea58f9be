import CallControl
import Expressions
import OrderedCollections

/// Reads what a `HeapWriter` wrote. References are the numbers of the message.
struct HeapReader {
    var bytes: ByteReader
    /// How many objects there are in the message.
    var objectCount = 0
    private let tree: (Int) -> DataTree?

    init(_ bytes: ByteReader, tree: @escaping (Int) -> DataTree?) {
        self.bytes = bytes
        self.tree = tree
    }

    mutating func reference() throws(BadMessage) -> HeapReference {
        let index = try bytes.number()
        guard index < objectCount else { throw BadMessage() }
        return HeapReference(index: index)
    }

    mutating func references() throws(BadMessage) -> [HeapReference] {
        try list { reader throws(BadMessage) in try reader.reference() }
    }

    mutating func value() throws(BadMessage) -> Value {
        guard let value = try element() else { throw BadMessage() }
        return value
    }

    /// A value; nil: a hole.
    mutating func element() throws(BadMessage) -> Value? {
        switch ValueTag(rawValue: try bytes.read()) {
        case .undefined: return .undefined
        case .null: return .null
        case .false: return .bool(false)
        case .true: return .bool(true)
        case .number: return .number(try bytes.double())
        case .string: return .string(try bytes.ecmaString())
        case .object: return .object(try reference())
        case .hole: return nil
        case nil: throw BadMessage()
        }
    }

    mutating func object() throws(BadMessage) -> HeapObject {
        let kind = try kind()
        var object = HeapObject(kind, isReadOnly: try bytes.bool())
        object.elements = try list { reader throws(BadMessage) in try reader.element() }
        object.properties = try properties()
        return object
    }

    mutating func properties() throws(BadMessage) -> OrderedDictionary<ECMAString, Value> {
        let members = try list { reader throws(BadMessage) in (try reader.bytes.ecmaString(), try reader.value()) }
        return OrderedDictionary(members) { $1 }
    }

    mutating func list<Element>(
        _ read: (inout Self) throws(BadMessage) -> Element
    ) throws(BadMessage) -> [Element] {
        var list: [Element] = []
        let count = try bytes.count()
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }

    private mutating func kind() throws(BadMessage) -> HeapObject.Kind {
        switch KindTag(rawValue: try bytes.read()) {
        case .plain: return .plain
        case .inheriting: return .inheriting(from: try reference())
        case .wrapper:
            let value = try value()
            guard value.reference == nil else { throw BadMessage() }
            return .wrapper(value)
        case .array: return .array
        case .function: return .function(FunctionSource(text: try bytes.ecmaString(), home: try references()))
        case .date: return .date(try bytes.double())
        case .regularExpression:
            return .regularExpression(pattern: try bytes.ecmaString(), flags: try bytes.ecmaString())
        case .error: return .error
        case .scope: return .scope
        case .document:
            guard let tree = tree(try bytes.number()) else { throw BadMessage() }
            return .document(tree)
        case .node:
            let document = try reference()
            guard let part = DataPart(text: try bytes.string()) else { throw BadMessage() }
            return .node(of: document, part)
        case nil: throw BadMessage()
        }
    }
}
