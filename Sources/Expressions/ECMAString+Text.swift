extension ECMAString {
    /// The number of code units: what ECMAScript calls `length`.
    public var count: Int { units.count }

    public var isEmpty: Bool { units.isEmpty }

    /// The code unit at an index, which must be within the string.
    public subscript(index: Int) -> UInt16 { units[index] }

    public static func + (left: Self, right: Self) -> Self {
        ECMAString(units: left.units + right.units)
    }

    public static func += (left: inout Self, right: Self) { left.units += right.units }

    /// The units from `start` up to `end`, both cut to the string; empty where they cross.
    public func slice(_ start: Int, _ end: Int) -> Self {
        let lower = min(max(start, 0), count)
        let upper = min(max(end, lower), count)
        return ECMAString(units: Array(units[lower..<upper]))
    }

    /// Whether `part` stands at an index.
    public func has(_ part: Self, at index: Int) -> Bool {
        guard index >= 0, index + part.count <= count else { return false }
        for offset in 0..<part.count where units[index + offset] != part.units[offset] { return false }
        return true
    }

    /// Where `part` first stands, searching from an index on; an empty part stands everywhere up to the end.
    public func firstIndex(of part: Self, from start: Int = 0) -> Int? {
        var index = max(start, 0)
        while index + part.count <= count {
            if has(part, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Where `part` last stands at or before an index.
    public func lastIndex(of part: Self, upTo end: Int) -> Int? {
        var index = min(end, count - part.count)
        while index >= 0 {
            if has(part, at: index) { return index }
            index -= 1
        }
        return nil
    }

    /// The string without the white space and line terminators at its ends (ECMA-262, TrimString).
    public func trimmed(start: Bool = true, end: Bool = true) -> Self {
        var part = units[...]
        if start { part = part.drop(while: Self.isSpace) }
        if end { while let last = part.last, Self.isSpace(last) { part.removeLast() } }
        return ECMAString(units: Array(part))
    }

    /// WhiteSpace or LineTerminator of ECMA-262.
    static func isSpace(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }

    /// The array index (0 ..< 2^32 - 1) that this name spells canonically: `7` does, `07` and `-0` do not.
    public var arrayIndex: Int? {
        guard let first = units.first, count <= 10 else { return nil }
        if first == UInt16(ascii: "0") { return count == 1 ? 0 : nil }
        var index = 0
        for unit in units {
            guard let digit = unit.digitValue(radix: 10) else { return nil }
            index = index * 10 + digit
        }
        return index < 0xFFFF_FFFF ? index : nil
    }
}

extension UInt16 {
    init(ascii scalar: Unicode.Scalar) { self = UInt16(UInt8(ascii: scalar)) }

    /// The value of this code unit as a digit of a radix up to 36.
    func digitValue(radix: Int) -> Int? {
        let value: Int
        switch self {
        case 0x30...0x39: value = Int(self) - 0x30
        case 0x41...0x5A: value = Int(self) - 0x41 + 10
        case 0x61...0x7A: value = Int(self) - 0x61 + 10
        default: return nil
        }
        return value < radix ? value : nil
    }
}
