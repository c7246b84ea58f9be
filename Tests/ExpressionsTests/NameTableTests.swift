import Testing

@testable import Expressions

/// Names that all calls share.
struct NameTableTests {
    @Test("two spellings of one letter are two names, whichever comes first")
    func spellings() {
        let table = NameTable()
        let spellings = ["caf\u{E9}", "cafe\u{301}", "caf\u{E9}"]
        #expect(spellings.map { table[$0] } == spellings.map { ECMAString($0) })
        #expect(table[spellings[0]] != table[spellings[1]])
    }

    @Test("a table that is full begins anew")
    func full() {
        let table = NameTable()
        for number in 0..<10_000 { #expect(table["n\(number)"] == ECMAString("n\(number)")) }
    }
}
