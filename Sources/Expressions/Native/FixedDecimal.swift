import CallControl

/// `Number.prototype.toFixed`, exact.
enum FixedDecimal {
    /// The number with so many digits after the point; nil where the exact result would need more than 128 bits or the
    /// number of digits is out of range.
    static func text(_ number: Double, fractionDigits: Double) -> String? {
        guard fractionDigits <= 100 else { return nil }
        guard number.isFinite, number.magnitude < 1e21 else { return number.ecmaScriptText }
        let magnitude = number.magnitude
        let whole = magnitude.rounded(.down)
        guard let fraction = digits(of: magnitude - whole, count: Int(fractionDigits)) else { return nil }
        var integer = UInt128(whole)
        var rest = fraction.digits
        if fraction.roundsUp { carry(into: &integer, &rest) }
        let point = rest.isEmpty ? "" : "."
        return (number < 0 ? "-" : "") + "\(integer)" + point + rest.map(String.init).joined()
    }

    /// The digits of a fraction, cut off, and whether what is left is a half or more.
    private static func digits(of fraction: Double, count: Int) -> (digits: [Int], roundsUp: Bool)? {
        // The fraction is rest / 2^bits; ten times the rest must fit.
        let bits = 124
        let scaled = fraction * 0x1p62 * 0x1p62
        guard scaled == scaled.rounded() else { return nil }
        var rest = UInt128(scaled)
        var digits: [Int] = []
        for _ in 0..<count {
            rest *= 10
            digits.append(Int(rest >> bits))
            rest &= (1 << bits) - 1
        }
        return (digits, rest >= 1 << (bits - 1))
    }

    /// Adds one to the last digit.
    private static func carry(into integer: inout UInt128, _ digits: inout [Int]) {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        integer += 1
    }
}
