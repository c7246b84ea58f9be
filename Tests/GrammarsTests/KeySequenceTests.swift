import CallControl
import Testing

@testable import Grammars

/// `dtmf` attributes of choices, options and links.
struct KeySequenceTests {
    @Test(
        "10 dtmf attributes behave as grammars",
        arguments: [
            ("12", "12", [MatchStanding.partial, .complete]),
            ("1 2 #", "12#", [.partial, .partial, .complete]),
            ("12", "13", [.partial, .noMatch]),
            ("12", "121", [.partial, .complete, .noMatch]),
            ("d", "D", [.complete]),
        ])
    func standing(sequence: String, keys: String, expected: [MatchStanding]) throws {
        let grammars = ActiveGrammars([try #require(CompiledGrammar(keySequence: sequence))])
        #expect(try standings(of: grammars, keys) == expected)
    }

    @Test("what is no sequence of keys", arguments: ["", "  ", "1x", "e", "é", "1,2"])
    func refused(sequence: String) {
        #expect(CompiledGrammar(keySequence: sequence) == nil)
    }
}
