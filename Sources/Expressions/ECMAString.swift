/// A string as ECMAScript has it: a sequence of UTF-16 code units, which compare and index as such. Swift's `String`
/// would compare by canonical equivalence and cannot hold a lone surrogate.
public struct ECMAString: Sendable {
    public var units: [UInt16]

    public init(units: [UInt16]) { self.units = units }
    public init(_ string: some StringProtocol) { units = Array(string.utf16) }

    /// The text; a lone surrogate becomes U+FFFD.
    public var string: String { String(decoding: units, as: UTF16.self) }

    /// Whether no surrogate stands alone, so that `string` loses nothing.
    public var isWellFormed: Bool {
        var awaitsLow = false
        for unit in units {
            let isLow = UTF16.isTrailSurrogate(unit)
            if isLow != awaitsLow { return false }
            awaitsLow = UTF16.isLeadSurrogate(unit)
        }
        return !awaitsLow
    }
}

extension ECMAString: Hashable {
    public static func == (left: Self, right: Self) -> Bool { left.units == right.units }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(units.count)
        units.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension ECMAString: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        left.units.lexicographicallyPrecedes(right.units)
    }
}

extension ECMAString: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension ECMAString: CustomStringConvertible {
    public var description: String { string }
}

/// A string where it is well-formed, else an array of its units.
extension ECMAString: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self.init(text)
        } else {
            self.init(units: try container.decode([UInt16].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if isWellFormed {
            try container.encode(string)
        } else {
            try container.encode(units)
        }
    }
}
