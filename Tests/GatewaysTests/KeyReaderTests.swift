import CallControl
import Testing

@testable import Gateways

/// What the keys of a terminal send.
@Suite struct KeyReaderTests {
    /// The keys in what was typed, read by read.
    private func keys(_ reads: [String]) -> String {
        var reader = KeyReader()
        return reads.flatMap { reader.read(Array($0.utf8)) }.reduce(into: "") { keys, input in
            switch input {
            case .key(let key): keys.append(key.character)
            case .hangUp: keys.append("!")
            case .wait: keys.append("~")
            case .unknown: break
            }
        }
    }

    @Test(
        arguments: [
            (["1\u{1B}[A2"], "12"), (["\u{1B}[B\u{1B}[C\u{1B}[D"], ""), (["\u{1B}OA\u{1B}OD3"], "3"),
            (["\u{1B}", "[", "A", "4"], "4"), (["\u{1B}[1;5D", "5"], "5"), (["\u{1B}[3~6"], "6"),
            (["\u{1B}[[A7"], "7"), (["\u{1B}[15~\u{1B}[24~8"], "8"),
            // ESC alone, and what breaks a sequence off.
            (["\u{1B}", "9"], "9"), (["\u{1B}\u{1B}[A1"], "1"), (["\u{1B}[\u{04}"], "!"), (["\u{1B}[1\n2"], "2"),
        ])
    func anEscapeSequenceIsNoKey(reads: [String], keys expected: String) {
        #expect(keys(reads) == expected)
    }

    @Test func lettersAreKeys() { #expect(keys(["ABCD~"]) == "ABCD~") }
}
