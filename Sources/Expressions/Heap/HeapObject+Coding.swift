import CallControl
import OrderedCollections

/// Encoded with as few members as it needs: a plain object without properties has none.
extension HeapObject: Codable {
    private enum Key: String, CodingKey {
        case properties, elements, readOnly
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let elements = try container.decodeIfPresent([String].self, forKey: .elements) ?? []
        self.init(
            try Kind(from: decoder),
            properties: try container.decodeIfPresent(
                OrderedDictionary<ECMAString, Value>.self, forKey: .properties)
                ?? [:],
            elements: try elements.map { text in
                if text == Self.hole { return nil }
                guard let value = Value(encoded: text) else {
                    throw DecodingError.dataCorruptedError(
                        forKey: .elements, in: container, debugDescription: "Not an encoded value.")
                }
                return value
            },
            isReadOnly: try container.decodeIfPresent(Bool.self, forKey: .readOnly) ?? false)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try kind.encode(to: encoder)
        if !properties.isEmpty { try container.encode(properties, forKey: .properties) }
        if !elements.isEmpty {
            try container.encode(elements.map { $0?.encoded ?? Self.hole }, forKey: .elements)
        }
        if isReadOnly { try container.encode(true, forKey: .readOnly) }
    }

    private static let hole = "hole"
}

extension HeapObject.Kind: Codable {
    private enum Key: String, CodingKey {
        case kind, function, time, pattern, flags, tree, document, part, prototype, value
    }

    private enum Name: String, Codable {
        case plain, inheriting, wrapper, array, function, date, regularExpression, error, scope, document, node
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decodeIfPresent(Name.self, forKey: .kind) ?? .plain {
        case .plain: self = .plain
        case .inheriting: self = .inheriting(from: try container.decode(HeapReference.self, forKey: .prototype))
        case .wrapper:
            let value = try container.decode(Value.self, forKey: .value)
            guard value.reference == nil else {
                throw DecodingError.dataCorruptedError(
                    forKey: .value, in: container, debugDescription: "A wrapper is around no object.")
            }
            self = .wrapper(value)
        case .array: self = .array
        case .function: self = .function(try container.decode(FunctionSource.self, forKey: .function))
        case .date:
            guard case .number(let time) = try container.decode(Value.self, forKey: .time) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .time, in: container, debugDescription: "A date's time is a number.")
            }
            self = .date(time)
        case .regularExpression:
            self = .regularExpression(
                pattern: try container.decode(ECMAString.self, forKey: .pattern),
                flags: try container.decode(ECMAString.self, forKey: .flags))
        case .error: self = .error
        case .scope: self = .scope
        case .document: self = .document(try container.decode(DataTree.self, forKey: .tree))
        case .node:
            self = .node(
                of: try container.decode(HeapReference.self, forKey: .document),
                try container.decode(DataPart.self, forKey: .part))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .plain: break
        case .inheriting(let prototype):
            try container.encode(Name.inheriting, forKey: .kind)
            try container.encode(prototype, forKey: .prototype)
        case .wrapper(let value):
            try container.encode(Name.wrapper, forKey: .kind)
            try container.encode(value, forKey: .value)
        case .array: try container.encode(Name.array, forKey: .kind)
        case .function(let source):
            try container.encode(Name.function, forKey: .kind)
            try container.encode(source, forKey: .function)
        case .date(let time):
            try container.encode(Name.date, forKey: .kind)
            try container.encode(Value.number(time), forKey: .time)
        case .regularExpression(let pattern, let flags):
            try container.encode(Name.regularExpression, forKey: .kind)
            try container.encode(pattern, forKey: .pattern)
            try container.encode(flags, forKey: .flags)
        case .error: try container.encode(Name.error, forKey: .kind)
        case .scope: try container.encode(Name.scope, forKey: .kind)
        case .document(let tree):
            try container.encode(Name.document, forKey: .kind)
            try container.encode(tree, forKey: .tree)
        case .node(let document, let part):
            try container.encode(Name.node, forKey: .kind)
            try container.encode(document, forKey: .document)
            try container.encode(part, forKey: .part)
        }
    }
}
