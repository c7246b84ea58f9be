extension Double {
    /// The number as ECMAScript prints it (ECMA-262, Number::toString in radix 10): `100`, `1e+21`, `1e-7`, `NaN`,
    /// `-Infinity`; negative zero is `0`.
    public var ecmaScriptText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        if let whole = Int(exactly: self), whole.magnitude < 1 << 53 { return String(whole) }
        let (digits, point) = shortestDigits
        return (self < 0 ? "-" : "") + Self.ecmaScriptLayout(digits: digits, point: point)
    }

    /// The fewest decimal digits that name this finite, nonzero number, and where the decimal point stands: the
    /// magnitude is 0.DIGITS × 10^point.
    private var shortestDigits: (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var text = magnitude.description.utf8[...]
        if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
            exponent = Int(String(decoding: text[text.index(after: mark)...], as: UTF8.self)) ?? 0
            text = text[..<mark]
        }
        for unit in text {
            if unit == UInt8(ascii: ".") { point = digits.count } else { digits.append(unit) }
        }
        var position = (point ?? digits.count) + exponent
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leadingZeros)
        position -= leadingZeros
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, position)
    }

    private static func ecmaScriptLayout(digits: [UInt8], point: Int) -> String {
        let count = digits.count
        func text(_ part: some Sequence<UInt8>) -> String {
            String(decoding: Array(part), as: UTF8.self)
        }
        func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
        if count <= point, point <= 21 { return text(digits) + zeros(point - count) }
        if 0 < point, point <= 21 { return text(digits[..<point]) + "." + text(digits[point...]) }
        if -6 < point, point <= 0 { return "0." + zeros(-point) + text(digits) }
        let exponent = point - 1
        let power = (exponent < 0 ? "e-" : "e+") + String(exponent.magnitude)
        let fraction = count > 1 ? "." + text(digits[1...]) : ""
        return text(digits[..<1]) + fraction + power
    }
}
