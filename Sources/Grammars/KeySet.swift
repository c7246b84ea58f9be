public import CallControl

/// A set of keys, one bit for each of the sixteen.
public struct KeySet: OptionSet, Hashable, Sendable {
    public var rawValue: UInt16

    /// `0`–`9`.
    static let digits = KeySet(rawValue: 0x03FF)
    static let all = KeySet(rawValue: 0xFFFF)

    public init(rawValue: UInt16) { self.rawValue = rawValue }
    init(_ key: DTMFKey) { rawValue = key.bit }
    public init(_ keys: some Sequence<DTMFKey>) { rawValue = keys.reduce(0) { $0 | $1.bit } }

    public func contains(_ key: DTMFKey) -> Bool { rawValue & key.bit != 0 }

    /// The key of a set of one.
    var only: DTMFKey? {
        rawValue.nonzeroBitCount == 1 ? Self.keysByBit[rawValue.trailingZeroBitCount] : nil
    }

    private static let keysByBit = DTMFKey.allCases.sorted { $0.bit < $1.bit }
}

extension KeySet: ExpressibleByStringLiteral {
    /// The keys named by the characters: `"0123"`.
    public init(stringLiteral keys: String) {
        self.init(keys.compactMap { DTMFKey($0) })
    }
}

extension DTMFKey {
    var bit: UInt16 {
        switch self {
        case .star: 1 << 10
        case .pound: 1 << 11
        case .a: 1 << 12
        case .b: 1 << 13
        case .c: 1 << 14
        case .d: 1 << 15
        default: 1 << UInt16(rawValue - DTMFKey.zero.rawValue)
        }
    }
}
