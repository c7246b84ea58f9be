public import CallControl
import OrderedCollections

extension Heap {
    /// How deep a JSON value may be nested, and how many values it may have in all.
    private static let depthLimit = 500
    private static let sizeLimit = 1 << 18

    /// What `JSON.stringify` would write of a value: NaN, infinities and holes are null, a date is its ISO 8601 text,
    /// members that are undefined or functions are left out. A lone undefined or function is null.
    /// - Throws: `ScriptFailure` for a value that contains itself, or is too deep or too large.
    public func json(of value: Value) throws(ScriptFailure) -> JSONValue {
        var writer = JSONConversion(heap: self, sizeLimit: Self.sizeLimit, depthLimit: Self.depthLimit)
        return try writer.json(of: value) ?? .null
    }

    /// New objects for a JSON value. What is nested deeper than 500 levels becomes null.
    public mutating func value(of json: JSONValue, names: NameTable = NameTable()) -> Value {
        value(of: json, names: names, depth: 0)
    }

    private mutating func value(of json: JSONValue, names: NameTable, depth: Int) -> Value {
        switch json {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(let value): return .number(value)
        case .string(let text): return .string(text)
        case .array, .object: break
        }
        guard depth < Self.depthLimit else { return .null }
        if case .array(let elements) = json {
            return makeArray(elements.map { value(of: $0, names: names, depth: depth + 1) })
        }
        var properties: OrderedDictionary<ECMAString, Value> = [:]
        if case .object(let members) = json {
            for member in members {
                properties[names[member.name]] = value(of: member.value, names: names, depth: depth + 1)
            }
        }
        return makeObject(properties)
    }
}

/// One conversion to JSON: what it is inside of, and how much it has written.
private struct JSONConversion {
    let heap: Heap
    let sizeLimit: Int
    let depthLimit: Int
    var size = 0
    var path: Set<HeapReference> = []

    init(heap: Heap, sizeLimit: Int, depthLimit: Int) {
        self.heap = heap
        self.sizeLimit = sizeLimit
        self.depthLimit = depthLimit
    }

    /// Nil for what a JSON object leaves out.
    mutating func json(of value: Value) throws(ScriptFailure) -> JSONValue? {
        size += 1
        if size > sizeLimit { throw ScriptFailure(.limit, "The value is too large for JSON.") }
        switch value {
        case .undefined: return nil
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(let value): return value.isFinite ? .number(value) : .null
        case .string(let text): return .string(text.string)
        case .object(let reference): return try json(of: reference)
        }
    }

    private mutating func json(of reference: HeapReference) throws(ScriptFailure) -> JSONValue? {
        guard path.insert(reference).inserted else {
            throw ScriptFailure(.thrown, "TypeError: JSON.stringify cannot serialize cyclic structures.")
        }
        defer { path.remove(reference) }
        guard path.count <= depthLimit else {
            throw ScriptFailure(.limit, "The value is too deep for JSON.")
        }
        let object = heap[reference]
        switch object.kind {
        case .function: return nil
        case .wrapper(let value): return try json(of: value)
        case .date(let time): return ISODate.text(time).map { .string($0) } ?? .null
        // Name and message of an error are not enumerable.
        case .regularExpression, .error, .document, .node: return .object([])
        case .array:
            var elements: [JSONValue] = []
            for element in object.elements {
                elements.append(try json(of: element ?? .undefined) ?? .null)
            }
            return .array(elements)
        case .plain, .inheriting, .scope:
            var members: [JSONValue.Member] = []
            for name in object.orderedNames {
                guard let value = try json(of: object.get(name) ?? .undefined) else { continue }
                members.append(JSONValue.Member(name.string, value))
            }
            return .object(members)
        }
    }
}
