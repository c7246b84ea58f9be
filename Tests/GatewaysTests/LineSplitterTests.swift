import Testing

@testable import Gateways

/// Lines of input.
@Suite struct LineSplitterTests {
    private func lines(_ chunks: [String]) -> [String?] {
        var splitter = LineSplitter()
        var lines = chunks.flatMap { splitter.feed(Array($0.utf8)) }
        if let last = splitter.finish() { lines.append(last) }
        #expect(lines.map(\.number) == Array(1...max(1, lines.count)).prefix(lines.count).map { $0 })
        return lines.map { $0.bytes.map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test(arguments: [
        (["a\nb\n"], ["a", "b"]), (["a", "b\n", "c"], ["ab", "c"]), (["\n\n"], ["", ""]), ([""], []),
        (["a\r\n"], ["a\r"]), (["x\ny", "z\n"], ["x", "yz"]),
    ])
    func areCutAtLineFeeds(chunks: [String], expected: [String]) {
        #expect(lines(chunks) == expected)
    }

    @Test func areOneMebibyteLongAtMost() {
        let longest = String(repeating: "x", count: 1 << 20)
        #expect(lines([longest + "\n", "a\n"]) == [longest, "a"])
        #expect(lines([longest, "x\na\n"]) == [nil, "a"])
        #expect(lines([longest + "x"]) == [nil])
    }
}
