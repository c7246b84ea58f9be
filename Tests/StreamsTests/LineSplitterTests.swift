import Testing

@testable import Streams

/// Lines of input.
@Suite struct LineSplitterTests {
    private func lines(_ chunks: [String], limit: Int = 1 << 20) -> [String?] {
        var splitter = LineSplitter(limit: limit)
        var lines = chunks.flatMap { splitter.split(Array($0.utf8)) }
        if let last = splitter.finish() { lines.append(last) }
        #expect(lines.map(\.number) == Array(1...max(1, lines.count)).prefix(lines.count).map { $0 })
        return lines.map { $0.bytes.map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test(arguments: [
        (["a\nb\n"], ["a", "b"]), (["a", "b\n", "c"], ["ab", "c"]), (["\n\n"], ["", ""]), ([""], []),
        (["a\r\n"], ["a\r"]), (["x\ny", "z\n"], ["x", "yz"]),
        (["a", "b", "\n", "cd\n\n", "", "e"], ["ab", "cd", "", "e"]),
    ])
    func areCutAtLineFeeds(chunks: [String], expected: [String]) {
        #expect(lines(chunks) == expected)
    }

    @Test(arguments: [
        (["abcd\n", "a\n"], ["abcd", "a"]), (["abcd", "x\na\n"], [nil, "a"]), (["abcdx"], [nil]), (["abcde\n"], [nil]),
    ])
    func oneOverTheLimitIsGivenOutInNoForm(chunks: [String], expected: [String?]) {
        #expect(lines(chunks, limit: 4) == expected)
    }

    @Test func oneThatIsOverTheLimitIsKnownBeforeItsEnd() {
        var splitter = LineSplitter(limit: 4)
        #expect(splitter.split(Array("abcd".utf8)).isEmpty)
        #expect(!splitter.isOverlong)
        #expect(splitter.split(Array("e".utf8)).isEmpty)
        #expect(splitter.isOverlong)
        #expect(splitter.split(Array("\n".utf8)) == [LineSplitter.Line(number: 1, bytes: nil)])
        #expect(!splitter.isOverlong)
    }
}
