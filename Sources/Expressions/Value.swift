/// A value of an ECMAScript variable. Objects live in the session's own `Heap`; a value refers to them, so that
/// identity, aliasing and cycles are kept.
public enum Value: Hashable, Sendable {
    case undefined
    case null
    case bool(Bool)
    case number(Double)
    case string(ECMAString)
    case object(HeapReference)

    public static func string(_ text: some StringProtocol) -> Value { .string(ECMAString(text)) }

    /// The object that this refers to, if any.
    public var reference: HeapReference? {
        if case .object(let reference) = self { reference } else { nil }
    }

    /// ECMAScript's ToBoolean.
    public var isTruthy: Bool {
        switch self {
        case .undefined, .null: false
        case .bool(let value): value
        case .number(let value): !(value == 0 || value.isNaN)
        case .string(let text): !text.isEmpty
        case .object: true
        }
    }
}

/// Names an object of a `Heap`.
public struct HeapReference: Hashable, Codable, Sendable {
    public var index: Int
    public init(index: Int) { self.index = index }

    public init(from decoder: any Decoder) throws {
        index = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(index)
    }
}
