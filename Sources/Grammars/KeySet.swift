import CallControl

/// A set of keys, one bit for each of the sixteen.
struct KeySet: Hashable, Sendable {
    var bits: UInt16

    /// `0`–`9`.
    static let digits = KeySet(bits: 0x03FF)
    static let all = KeySet(bits: 0xFFFF)

    init(bits: UInt16) { self.bits = bits }
    init(_ key: DTMFKey) { bits = key.bit }

    func contains(_ key: DTMFKey) -> Bool { bits & key.bit != 0 }

    /// The key of a set of one.
    var only: DTMFKey? {
        bits.nonzeroBitCount == 1 ? Self.keysByBit[bits.trailingZeroBitCount] : nil
    }

    private static let keysByBit = DTMFKey.allCases.sorted { $0.bit < $1.bit }
}

extension KeySet: ExpressibleByStringLiteral {
    /// The keys named by the characters: `"0123"`.
    init(stringLiteral keys: String) {
        bits = keys.compactMap { DTMFKey($0) }.reduce(0) { $0 | $1.bit }
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
