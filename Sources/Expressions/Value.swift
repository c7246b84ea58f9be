/// A value of an ECMAScript variable. Objects live in the session's own `Heap`; a value refers to them, so that
/// identity, aliasing and cycles are kept.
public enum Value: Hashable, Codable, Sendable {
    case undefined
    case null
    case bool(Bool)
    case number(Double)
    case string(ECMAString)
    case object(HeapReference)

    public static func string(_ text: some StringProtocol) -> Value { .string(ECMAString(text)) }
}

/// Names an object of a `Heap`.
public struct HeapReference: Hashable, Codable, Sendable {
    public var index: Int
    public init(index: Int) { self.index = index }
}
