import Diagnostics
import Testing

@testable import Grammars

/// The `repeat` attribute (SRGS 1.0 2.5).
struct RepeatTests {
    @Test(
        "6 refused repeats",
        arguments: ["3-1", "-1", "1--1", "ABC", "", "1-Z", "+1", "1.5", " 1", "1-2-3", "-", "10-9"])
    func refused(text: String) throws {
        let (document, diagnostics) = try read(srgs("<rule id='r'><item repeat='\(text)'>1</item></rule>"))
        #expect(document == nil)
        #expect(diagnostics.map(\.id) == ["grammar-bad-repeat"])
    }

    @Test(
        "longer repeats count as 512",
        arguments: [
            ("512", 512, 512), ("513", 512, 512), ("600-99999999999999999999", 512, 512), ("3-100000", 3, 512),
            ("99999999999999999999-", 512, nil),
        ] as [(String, Int, Int?)])
    func longest(text: String, minimum: Int, maximum: Int?) {
        #expect(Repetition(attribute: text) == Repetition(minimum: minimum, maximum: maximum))
    }

    @Test(
        "long numbers are compared as numbers",
        arguments: [
            ("99999999999999999999-100000000000000000000", true), ("100000000000000000000-99999999999999999999", false),
        ])
    func compared(text: String, isLegal: Bool) { #expect((Repetition(attribute: text) != nil) == isLegal) }

    @Test("512 keys, and not one more")
    func limit() throws {
        let grammar = try compiled(rule: "<item repeat='600'>1</item>")
        let input = String(repeating: "1", count: 512)
        #expect(standing(of: grammar, String(input.dropLast())) == .partial)
        #expect(standing(of: grammar, input) == .complete)
        #expect(standing(of: grammar, input + "1") == .noMatch)
        #expect(outline(of: grammar, input) == "r(\(input))")
    }
}
