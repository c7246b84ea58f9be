import CallControl
import Testing

@testable import Expressions

/// Numbers become text, and text numbers, as ECMA-262 says.
struct NumberTests {
    @Test(
        "numbers print as ECMAScript prints them",
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (100, "100"), (0.1, "0.1"), (-0.5, "-0.5"), (1.5, "1.5"),
            (1e5, "100000"), (123_456.789, "123456.789"), (1e20, "100000000000000000000"),
            (123_456_789_012_345_683_968, "123456789012345680000"), (1e21, "1e+21"), (-1.5e21, "-1.5e+21"),
            (1.7976931348623157e308, "1.7976931348623157e+308"), (1e-6, "0.000001"), (1.5e-6, "0.0000015"),
            (1e-7, "1e-7"), (-1.25e-7, "-1.25e-7"), (Double.leastNonzeroMagnitude, "5e-324"),
            (0.1 + 0.2, "0.30000000000000004"),
            (9_007_199_254_740_991, "9007199254740991"), (-9_007_199_254_740_992, "-9007199254740992"),
            (4_611_686_018_427_387_904, "4611686018427388000"), (9_223_372_036_854_775_808, "9223372036854776000"),
            (.nan, "NaN"), (.infinity, "Infinity"), (-.infinity, "-Infinity"), (1.0 / 3, "0.3333333333333333"),
            (5e-7, "5e-7"), (123e-20, "1.23e-18"), (1e300, "1e+300"), (100.25, "100.25"),
            (12_345.0e10, "123450000000000"),
        ])
    func text(number: Double, expected: String) { #expect(number.ecmaScriptText == expected) }

    @Test("what ECMAScript prints reads back as the same number")
    func roundTrip() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<2000 {
            let number = Double(bitPattern: UInt64(random.next() * 0x1p53) << 11 | UInt64(random.next() * 0x1p11))
            guard number.isFinite else { continue }
            #expect(ECMAString(number.ecmaScriptText).number == number)
        }
    }

    @Test(
        "the number that a string spells",
        arguments: [
            ("", 0), ("  \t\n\u{FEFF}\u{2028}", 0), ("12", 12), (" 12 ", 12), ("-12.5", -12.5), ("+3", 3), (".5", 0.5),
            ("5.", 5), ("1e3", 1000), ("1E-2", 0.01), ("0x1F", 31), ("0b101", 5), ("0O17", 15), ("Infinity", .infinity),
            ("-Infinity", -.infinity), ("00012", 12), ("1e400", .infinity), ("-0", -0.0),
        ] as [(String, Double)])
    func number(text: String, expected: Double) {
        let number = ECMAString(text).number
        #expect(number == expected && number.sign == expected.sign)
    }

    @Test(
        "strings that spell no number",
        arguments: [
            "a", "1a", "1 2", "--1", "+-1", ".", "e1", "1e", "1e+", "0x", "0xg", "-0x10", "0b2", "infinity", "Infinit",
            "Infinityx", "1_000", "10n", "1,5", "nan", "inf", "0x1p3", "1.2.3",
        ])
    func notANumber(text: String) { #expect(ECMAString(text).number.isNaN) }

    @Test(
        "array indices are spelt canonically",
        arguments: [
            ("0", 0), ("7", 7), ("4294967294", 4_294_967_294), ("4294967295", nil), ("01", nil), ("-1", nil), ("", nil),
            ("1.0", nil), ("99999999999", nil), ("١", nil),
        ] as [(String, Int?)])
    func arrayIndex(text: String, expected: Int?) { #expect(ECMAString(text).arrayIndex == expected) }
}
