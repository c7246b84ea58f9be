import CallControl
import Testing

@testable import Grammars

/// Where keys stand after each of them.
struct StandingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: String
        var keys: String
        /// One letter a key: n(o match), p(artial), g(row), c(omplete).
        var expected: String
        var testDescription: String { "\(rule) \(keys)" }

        init(_ rule: String, _ keys: String, _ expected: String) {
            self.rule = rule
            self.keys = keys
            self.expected = expected
        }
    }

    private static let letters: [MatchStanding: Character] = [
        .noMatch: "n", .partial: "p", .canGrow: "g", .complete: "c",
    ]

    private func expectStandings(_ test: Case) throws {
        let grammars = ActiveGrammars([try compiled(rule: test.rule)])
        let found = try standings(of: grammars, test.keys).compactMap { Self.letters[$0] }
        #expect(String(found) == test.expected)
    }

    @Test(
        "1 after each key one of four states; 2 7 and 715 in one grammar",
        arguments: [
            Case("<one-of><item>7</item><item>715</item></one-of>", "7152", "gpcn"),
            Case("<one-of><item>715</item><item>7</item></one-of>", "72", "gn"),
            Case("1 2 3", "123", "ppc"),
            Case("1 2 3", "124", "ppn"),
            Case("<item repeat='0-1'>1</item>", "1", "c"),
            Case("<one-of><item>1<item repeat='0-1'>2</item></item><item>12 3</item></one-of>", "123", "ggc"),
            Case("<item repeat='2'><one-of><item>1</item><item>11</item></one-of></item>", "1111", "pggc"),
        ])
    func alternatives(test: Case) throws { try expectStandings(test) }

    @Test(
        "5 white space between digits is nothing, and A to D are keys like any other",
        arguments: [
            Case("5 5", "55", "pc"),
            Case("\n 5\t5 ", "55", "pc"),
            Case("<token>5</token> \"5\"", "55", "pc"),
            Case("abCD*#", "ABCD*#", "pppppc"),
        ])
    func tokens(test: Case) throws { try expectStandings(test) }

    @Test(
        "6 every legal repeat",
        arguments: [
            Case("<item repeat='3'>1</item>", "1111", "ppcn"),
            Case("<item repeat='1-3'>1</item>", "1111", "ggcn"),
            Case("<item repeat='2-'>1</item>", "1111", "pggg"),
            Case("<item repeat='0-'>1</item>2", "112", "ppc"),
            Case("<item repeat='0-' repeat-prob='0.5'>1</item>", "11", "gg"),
            Case("<item repeat='0'>1</item>2", "2", "c"),
            Case("<item repeat='0'>1</item>2", "1", "n"),
            Case("<item repeat='007-0008'>1</item>", "11111111", "ppppppgc"),
            Case("<item repeat='2-2'>1</item>", "11", "pc"),
            Case("<item repeat='0-1'><item repeat='0-2'><item repeat='0-2'>1</item></item></item>", "11111", "gggcn"),
        ])
    func repeats(test: Case) throws { try expectStandings(test) }

    @Test(
        "6 special rules NULL, VOID and GARBAGE",
        arguments: [
            Case("1<ruleref special='NULL'/>2", "12", "pc"),
            Case("1<ruleref special='VOID'/>2", "1", "n"),
            Case("<one-of><item>1<ruleref special='VOID'/></item><item>12</item></one-of>", "12", "pc"),
            Case("<item repeat='0-'><ruleref special='VOID'/></item>1", "1", "c"),
            Case("1<ruleref special='GARBAGE'/>9", "1D#92", "pppgp"),
            Case("<ruleref special='GARBAGE'/>", "12", "gg"),
        ])
    func specialRules(test: Case) throws { try expectStandings(test) }

    @Test(
        "7 weights do not change what matches",
        arguments: [
            Case(
                "<one-of><item weight='2.5'>1</item><item weight='.0'>12</item><item weight='3.'>2</item></one-of>",
                "12", "gc"),
            Case("<one-of><item weight='2'>1</item><item weight='0'>12</item><item>2</item></one-of>", "2", "c"),
        ])
    func weights(test: Case) throws { try expectStandings(test) }

    @Test("1 the union of all active grammars: with 1 and five digits both active, key 1 waits")
    func union() throws {
        let grammars = ActiveGrammars([
            try compiled(rule: "1"), try BuiltinGrammar("digits?length=5").compile(),
        ])
        #expect(try standings(of: grammars, "12345") == [.canGrow, .partial, .partial, .partial, .complete])
        #expect(try standings(of: grammars, "123456").last == .noMatch)
    }

    @Test("7 voice grammars count and match no key")
    func voice() throws {
        let (document, diagnostics) = try read(
            "<grammar version='1.0' root='r'><rule id='r'>one <ruleref uri='other.grxml'/></rule></grammar>")
        #expect(diagnostics.isEmpty)
        let voice = try GrammarCompiler.compile(try #require(document))
        #expect(voice.mode == .voice)
        #expect(document?.externalReferences == [])
        #expect(standing(of: voice, "") == .noMatch)
        let both = ActiveGrammars([voice, try compiled(rule: "1")])
        #expect(both.standing(both.start) == .partial)
        #expect(try standings(of: both, "1") == [.complete])
        #expect(both.matches(keys("1")).map(\.grammar) == [1])
    }

    @Test("no grammar at all matches nothing")
    func none() {
        let grammars = ActiveGrammars([])
        #expect(grammars.standing(grammars.start) == .noMatch)
        #expect(grammars.matches([]).isEmpty)
    }

    @Test(
        "before any key a grammar may match already",
        arguments: [
            ("1", MatchStanding.partial), ("<item repeat='0-1'>1</item>", .canGrow),
            ("<ruleref special='NULL'/>", .complete), ("<ruleref special='VOID'/>", .noMatch), ("", .complete),
        ])
    func start(rule: String, expected: MatchStanding) throws {
        #expect(standing(of: try compiled(rule: rule), "") == expected)
    }
}
