import Testing

@testable import ExternalPlugins

@Suite("Lines for people")
struct LineHeadsTests {
    @Test(
        "their beginnings are kept, however they are cut",
        arguments: [["abcde\nf\n\nghijkl"], ["abc", "de\n", "f\n\ngh", "ijkl"]])
    func heads(pieces: [String]) {
        var heads = LineHeads(limit: 4)
        let lines = pieces.flatMap { heads.split(Array($0.utf8)) }
        #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["abcd", "f", ""])
        #expect(heads.takeRest() == Array("ghij".utf8))
        #expect(heads.takeRest().isEmpty)
    }
}
