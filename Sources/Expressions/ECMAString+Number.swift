extension ECMAString {
    /// The number that the whole string spells (ECMA-262, StringToNumber): 0 when it is blank, NaN when it spells none.
    public var number: Double {
        let text = trimmed().units[...]
        guard let first = text.first else { return 0 }
        if first == UInt16(ascii: "0"), text.count > 2,
            let radix = Self.radix(ofPrefix: text[text.startIndex + 1])
        {
            return Self.wholeNumber(text.dropFirst(2), radix: radix) ?? .nan
        }
        return Self.decimalLength(of: text) == text.count ? Self.decimal(text) : .nan
    }

    /// The number that the string begins with, or NaN: `parseFloat`.
    var leadingNumber: Double {
        let text = trimmed(end: false).units[...]
        let length = Self.decimalLength(of: text)
        return length > 0 ? Self.decimal(text.prefix(length)) : .nan
    }

    /// The radix that `x`, `o` or `b` after a zero stands for.
    static func radix(ofPrefix unit: UInt16) -> Int? {
        switch unit {
        case UInt16(ascii: "x"), UInt16(ascii: "X"): 16
        case UInt16(ascii: "o"), UInt16(ascii: "O"): 8
        case UInt16(ascii: "b"), UInt16(ascii: "B"): 2
        default: nil
        }
    }

    /// The number that digits of a radix spell; nil when there are none, or others.
    static func wholeNumber(_ digits: ArraySlice<UInt16>, radix: Int) -> Double? {
        guard !digits.isEmpty else { return nil }
        var number = 0.0
        for unit in digits {
            guard let digit = unit.digitValue(radix: radix) else { return nil }
            number = number * Double(radix) + Double(digit)
        }
        return number
    }

    /// The length of the longest StrDecimalLiteral that the text begins with; 0 when it begins with none.
    static func decimalLength(of text: ArraySlice<UInt16>) -> Int {
        var rest = text
        if rest.first == UInt16(ascii: "+") || rest.first == UInt16(ascii: "-") { rest.removeFirst() }
        if rest.starts(with: infinity) { return text.count - rest.count + infinity.count }
        let whole = dropDigits(&rest)
        var fraction = 0
        if rest.first == UInt16(ascii: ".") {
            var afterPoint = rest.dropFirst()
            fraction = dropDigits(&afterPoint)
            if whole + fraction > 0 { rest = afterPoint }
        }
        guard whole + fraction > 0 else { return 0 }
        if rest.first == UInt16(ascii: "e") || rest.first == UInt16(ascii: "E") {
            var afterMark = rest.dropFirst()
            if afterMark.first == UInt16(ascii: "+") || afterMark.first == UInt16(ascii: "-") {
                afterMark.removeFirst()
            }
            if dropDigits(&afterMark) > 0 { rest = afterMark }
        }
        return text.count - rest.count
    }

    /// The value of a StrDecimalLiteral.
    static func decimal(_ literal: ArraySlice<UInt16>) -> Double {
        if literal.last == UInt16(ascii: "y") {
            return literal.first == UInt16(ascii: "-") ? -.infinity : .infinity
        }
        return Double(String(decoding: literal, as: UTF16.self)) ?? .nan
    }

    private static let infinity = Array("Infinity".utf16)

    /// Drops leading digits and gives their number.
    private static func dropDigits(_ text: inout ArraySlice<UInt16>) -> Int {
        let before = text.count
        text = text.drop { $0.digitValue(radix: 10) != nil }
        return before - text.count
    }
}
