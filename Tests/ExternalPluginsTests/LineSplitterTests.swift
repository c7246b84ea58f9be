import Testing

@testable import ExternalPlugins

@Suite("Lines")
struct LineSplitterTests {
    @Test(
        "the same lines however they are cut",
        arguments: [["ab\ncd\n\ne"], ["a", "b", "\n", "cd\n\n", "e"], ["ab\nc", "d\n\n", "", "e"]])
    func cuts(pieces: [String]) {
        var splitter = LineSplitter(limit: 10)
        let lines = pieces.flatMap { splitter.split(Array($0.utf8)) }
        #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["ab", "cd", ""])
        #expect(splitter.rest == Array("e".utf8))
        #expect(!splitter.isOverlong)
    }

    @Test(
        "a line over the limit is given out in no form",
        arguments: [
            (["abcd\n"], 1, false), (["x\nabcde\nz\n"], 1, true), (["abc", "de"], 0, true), (["abcd"], 0, false),
        ])
    func limit(pieces: [String], count: Int, isOverlong: Bool) {
        var splitter = LineSplitter(limit: 4)
        let lines = pieces.flatMap { splitter.split(Array($0.utf8)) }
        #expect(lines.count == count)
        #expect(splitter.isOverlong == isOverlong)
    }

    @Test(
        "of lines for people the beginnings are kept, however they are cut",
        arguments: [["abcde\nf\n\nghijkl"], ["abc", "de\n", "f\n\ngh", "ijkl"]])
    func heads(pieces: [String]) {
        var heads = LineHeads(limit: 4)
        let lines = pieces.flatMap { heads.split(Array($0.utf8)) }
        #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["abcd", "f", ""])
        #expect(heads.takeRest() == Array("ghij".utf8))
        #expect(heads.takeRest().isEmpty)
    }
}
