import CallControl
import Testing

/// Text on a screen of so many columns.
@Suite struct TextWrappingTests {
    @Test(arguments: [
        ("a b c", 3, ["a b", "c"]), ("", 5, []), ("abcdef", 4, ["abcd", "ef"]), ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
        ("one two", 80, ["one two"]), ("\u{4E2D}\u{6587}\u{5B57}", 4, ["\u{4E2D}\u{6587}", "\u{5B57}"]),
        ("\u{8ACB}\u{6309} 1 \u{3002}", 5, ["\u{8ACB}\u{6309}", "1 \u{3002}"]),
        ("ab\u{4E2D}\u{6587}", 4, ["ab\u{4E2D}", "\u{6587}"]),
    ])
    func isWrapped(text: String, columns: Int, lines: [String]) {
        #expect(text.wrapped(to: columns) == lines)
    }

    @Test func noLineIsWiderAndNothingIsLost() {
        let text = (0..<200).map { String(repeating: $0 % 7 == 0 ? "\u{4E2D}" : "x", count: $0 % 23 + 1) }
            .joined(separator: " ")
        for columns in [2, 7, 80] {
            let lines = text.wrapped(to: columns)
            #expect(lines.allSatisfy { $0.displayWidth <= columns })
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }

    @Test func controlCharactersNeverReachATerminal() {
        #expect("a\u{1B}[2Jb\u{7}\u{9B}c".withoutControls == "a[2Jbc")
    }
}
