import CallControl
import Diagnostics
import Testing

@testable import Grammars

/// Rules that refer to themselves (SRGS 1.0 2.2, 3.1).
struct RecursionTests {
    private func grammar(_ rules: String) throws -> CompiledGrammar {
        try GrammarCompiler.compile(document(srgs(rules)))
    }

    static let nested = "<rule id='r'>1<item repeat='0-1'><ruleref uri='#r'/></item>2</rule>"
    static let tail = "<rule id='r'>1<item repeat='0-1'><ruleref uri='#r'/></item></rule>"
    static let mutual = """
        <rule id='r'>1<ruleref uri='#s'/></rule>
        <rule id='s'><one-of><item>2</item><item>3<ruleref uri='#r'/>4</item></one-of></rule>
        """
    static let palindrome = """
        <rule id='r'><item repeat='0-1'><one-of>
        <item>1<ruleref uri='#r'/>1</item><item>2<ruleref uri='#r'/>2</item></one-of></item></rule>
        """

    @Test(
        "6 recursive rule references",
        arguments: [
            (nested, "1122", [MatchStanding.partial, .partial, .partial, .complete]),
            (nested, "1212", [.partial, .complete, .noMatch, .noMatch]),
            (tail, "111", [.canGrow, .canGrow, .canGrow]),
            (tail, "112", [.canGrow, .canGrow, .noMatch]),
            (mutual, "13124", [.partial, .partial, .partial, .partial, .complete]),
            (mutual, "1312", [.partial, .partial, .partial, .partial]),
            (palindrome, "1221", [.partial, .partial, .partial, .canGrow]),
            (palindrome, "12", [.partial, .partial]),
            (palindrome, "11", [.partial, .canGrow]),
        ])
    func recursion(rules: String, input: String, expected: [MatchStanding]) throws {
        #expect(try standings(of: ActiveGrammars([grammar(rules)]), input) == expected)
    }

    @Test("recursion as deep as an input is long")
    func depth() throws {
        let nested = try grammar(Self.nested)
        let input = String(repeating: "1", count: 256) + String(repeating: "2", count: 256)
        #expect(standing(of: nested, input) == .complete)
        #expect(standing(of: nested, String(input.dropLast())) == .partial)
        #expect(outline(of: nested, "1122") == "r(1 r(12) 2)")
        let match = try #require(ActiveGrammars([nested]).matches(keys(input)).first)
        #expect(match.derivation.keys.count == 512)
    }

    @Test("rules nested deeper than the limit stand as their keys")
    func derivationDepth() throws {
        let loop = try grammar(
            "<rule id='r'>1<item repeat='0-1'><ruleref uri='#s'/></item></rule><rule id='s'><ruleref uri='#r'/></rule>")
        let match = try #require(ActiveGrammars([loop]).matches(keys(String(repeating: "1", count: 512))).first)
        var depth = 1
        var innermost = match.derivation
        while case .rule(let next) = innermost.children.last {
            depth += 1
            innermost = next
        }
        #expect(depth == RuleMatch.depthLimit)
        #expect(innermost.children == [.keys(keys(String(repeating: "1", count: 256)))])
    }

    @Test("an ambiguous recursive rule keeps one frame for equal calls")
    func ambiguous() throws {
        let rules = """
            <rule id='r'><one-of><item>1<ruleref uri='#r'/>2</item><item>1<ruleref uri='#r'/>3</item><item>4</item>
            </one-of></rule>
            """
        let grammars = ActiveGrammars([try grammar(rules)])
        var state = grammars.start
        for key in keys(String(repeating: "1", count: 200)) { state = grammars.step(state, key) }
        #expect(state.grammars[0].frames.count <= 200)
        #expect(state.grammars[0].positions.count <= 2)
        for key in keys("4" + String(repeating: "3", count: 200)) { state = grammars.step(state, key) }
        #expect(grammars.standing(state) == .complete)
        let match = grammars.matches(keys("114" + "32")).first
        #expect(match?.derivation.outline == "r(1 r(1 r(4) 3) 2)")
    }

    @Test("a rule that can take nothing and is called twice at one place")
    func nullable() throws {
        let twice = try grammar(
            "<rule id='r'><ruleref uri='#s'/><ruleref uri='#s'/>9</rule>"
                + "<rule id='s'><item repeat='0-1'>1<ruleref uri='#s'/>2</item></rule>")
        for (input, expected) in [
            ("9", MatchStanding.complete), ("129", .complete), ("12129", .complete), ("11229", .complete),
            ("1211229", .complete), ("1212129", .noMatch),
        ] {
            #expect(standing(of: twice, input) == expected, "\(input)")
        }
    }

    @Test(
        "6 unbounded left recursion is a load error with a position",
        arguments: [
            "<rule id='r'><ruleref uri='#r'/>1</rule>",
            "<rule id='r'><item repeat='0-1'>1</item><ruleref uri='#r'/></rule>",
            "<rule id='r'><one-of><item>1</item><item><ruleref uri='#s'/></item></one-of></rule><rule id='s'><ruleref uri='#r'/></rule>",
            "<rule id='r'><item repeat='0-'><ruleref uri='#r'/></item>1</rule>",
            "<rule id='r'>1</rule><rule id='s'><one-of><item>2</item><item><ruleref uri='#s'/>1</item></one-of></rule>",
        ])
    func leftRecursion(rules: String) throws {
        let error = try #require(compileError(try document(srgs(rules))))
        #expect(error.id == "grammar-left-recursion")
        #expect(error.hint != nil)
        #expect(error.position.line == 1 && error.position.column > 1)
    }

    @Test(
        "a recursion that never ends matches nothing",
        arguments: [
            "<rule id='r'>1<ruleref uri='#r'/></rule>",
            "<rule id='r'><ruleref special='VOID'/><ruleref uri='#r'/></rule>",
        ])
    func endless(rules: String) throws { #expect(standing(of: try grammar(rules), "") == .noMatch) }
}
