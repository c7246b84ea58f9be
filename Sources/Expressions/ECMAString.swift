/// A string as ECMAScript has it: a sequence of UTF-16 code units, which compare and index as such. Swift's `String`
/// would compare by canonical equivalence and cannot hold a lone surrogate.
public struct ECMAString: Hashable, Codable, Sendable {
    public var units: [UInt16]

    public init(units: [UInt16]) { self.units = units }
    public init(_ string: some StringProtocol) { units = Array(string.utf16) }

    /// The text; a lone surrogate becomes U+FFFD.
    public var string: String { String(decoding: units, as: UTF16.self) }
}

extension ECMAString: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.units.lexicographicallyPrecedes(right.units) }
}

extension ECMAString: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension ECMAString: CustomStringConvertible {
    public var description: String { string }
}
