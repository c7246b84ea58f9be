import Foundation
import Testing

@testable import Expressions

/// Strings are sequences of UTF-16 code units.
struct StringTests {
    @Test("a composed and a decomposed é are two strings")
    func normalization() {
        #expect(ECMAString("\u{E9}") != ECMAString("e\u{301}"))
        #expect(Set<ECMAString>(["\u{E9}", "e\u{301}"]).count == 2)
    }

    @Test("strings compare by units: U+FF5E is greater than U+1F600, whose units are surrogates")
    func order() {
        #expect(ECMAString("\u{1F600}") < ECMAString("\u{FF5E}"))
        #expect(ECMAString("a") < ECMAString("aa"))
        #expect(ECMAString("Z") < ECMAString("a"))
    }

    @Test(
        "a lone surrogate is not well-formed",
        arguments: [
            ([], true), ([0x61], true), ([0xD83D, 0xDE00], true), ([0xD83D], false), ([0xDE00], false),
            ([0xDE00, 0xD83D], false), ([0xD83D, 0xD83D, 0xDE00], false),
        ] as [([UInt16], Bool)])
    func wellFormed(units: [UInt16], expected: Bool) { #expect(ECMAString(units: units).isWellFormed == expected) }

    @Test(
        "encoded as text where that loses nothing, else as units",
        arguments: [[0x61, 0xE9], [0xD83D], []] as [[UInt16]])
    func coding(units: [UInt16]) throws {
        let text = ECMAString(units: units)
        let encoded = try JSONEncoder().encode([text])
        #expect(try JSONDecoder().decode([ECMAString].self, from: encoded) == [text])
        #expect(encoded.first == UInt8(ascii: "[") && encoded.contains(UInt8(ascii: "\"")) == text.isWellFormed)
    }

    @Test("parts are found by units and slices are cut to the string")
    func searching() {
        let text: ECMAString = "abcabc"
        #expect(text.firstIndex(of: "bc") == 1 && text.firstIndex(of: "bc", from: 2) == 4)
        #expect(text.firstIndex(of: "", from: 6) == 6 && text.firstIndex(of: "", from: 7) == nil)
        #expect(text.lastIndex(of: "abc", upTo: 6) == 3 && text.lastIndex(of: "abc", upTo: 2) == 0)
        #expect(text.lastIndex(of: "abcabcd", upTo: 6) == nil)
        #expect(text.slice(-3, 2) == "ab" && text.slice(4, 99) == "bc" && text.slice(3, 1) == "")
    }
}
