import CallControl
import Diagnostics
import Testing

@testable import Grammars

/// Grammars that could explode do not, or are refused.
struct LimitTests {
    @Test(
        "exponential grammars are stepped and derived in polynomial time", .timeLimit(.minutes(1)),
        arguments: [
            ("<item repeat='30'><item repeat='0-1'>1</item></item><item repeat='30'>1</item>", 30...60),
            ("<item repeat='0-'><item repeat='0-'><item repeat='0-'>1</item></item></item>", 0...512),
            (
                "<item repeat='1-'><one-of><item>1</item><item>11</item><item>1<item repeat='0-1'>1</item></item></one-of></item>",
                1...512
            ),
            ("<item repeat='512'><item repeat='512'><item repeat='0-1'>1<tag>t</tag></item></item></item>", 0...512),
            ("<item repeat='0-512'><item repeat='1-512'><item repeat='0-512'>1</item></item></item>", 0...512),
        ])
    func polynomial(rule: String, lengths: ClosedRange<Int>) throws {
        let grammar = try compiled(rule: rule)
        for length in [lengths.lowerBound, lengths.lowerBound + 1, 30, min(60, lengths.upperBound)] {
            let input = String(repeating: "1", count: length)
            #expect(
                (standing(of: grammar, input) == .canGrow || length == lengths.upperBound) == lengths.contains(length))
            #expect((outline(of: grammar, input) != nil) == lengths.contains(length))
            #expect(outline(of: grammar, input + "2") == nil)
        }
    }

    @Test(
        "a grammar beyond the limit of states is a load error",
        arguments: [
            "<rule id='r'><item repeat='512'><item repeat='512'><item repeat='512'>1</item></item></item></rule>",
            (0..<30).map { "<rule id='r\($0)'><ruleref uri='#r\($0 + 1)'/><ruleref uri='#r\($0 + 1)'/></rule>" }
                .joined()
                + "<rule id='r30'>1</rule><rule id='r'><ruleref uri='#r0'/></rule>",
        ])
    func tooLarge(rules: String) throws {
        let document = try document(srgs(rules))
        let root = try #require(document.index(of: "r"))
        let analysis = try RuleAnalysis(RuleLinker.link(document, root: root, library: [:]))
        #expect {
            try AutomatonBuilder.build(analysis, stateLimit: 20_000)
        } throws: { error in
            let diagnostic = (error as? GrammarError)?.diagnostic
            return diagnostic?.id == "grammar-too-large" && diagnostic?.hint != nil
                && diagnostic?.position == document.rules[root].position
        }
    }

    @Test("a chain of rules beyond the limit of depth is a load error")
    func tooDeep() throws {
        let rules = (0..<2000).map { "<rule id='r\($0)'><ruleref uri='#r\($0 + 1)'/></rule>" }.joined()
        let grammar = try document(srgs(rules + "<rule id='r2000'>1</rule>", root: "r0"))
        #expect(compileError(grammar)?.id == "grammar-too-deep")
        #expect(compileError(try document(srgs(rules + "<rule id='r2000'>1</rule>", root: "r1500"))) == nil)
    }

    @Test("rules that share what they refer to are no larger for it")
    func shared() throws {
        let rules = (0..<200).map { number in
            "<rule id='r\(number)'><one-of>"
                + String(repeating: "<item><ruleref uri='#r\(number + 1)'/></item>", count: 2) + "</one-of></rule>"
        }
        let grammar = try document(srgs(rules.joined() + "<rule id='r200'>1</rule>", root: "r0"))
        #expect(standing(of: try GrammarCompiler.compile(grammar), "1") == .complete)
    }

    @Test("a long list of alternatives has few states at any moment")
    func alternatives() throws {
        let numbers = (0..<20_000).map { String(100_000 + $0 * 37) }
        let rule = "<one-of>" + numbers.map { "<item>\($0)<tag>\($0)</tag></item>" }.joined() + "</one-of>"
        let grammars = ActiveGrammars([try compiled(rule: rule)])
        var state = grammars.start
        for key in keys(numbers[12_345]) {
            #expect(state.grammars[0].positions.count == 1)
            state = grammars.step(state, key)
        }
        #expect(grammars.standing(state) == .complete)
        #expect(
            grammars.matches(keys(numbers[12_345])).first?.derivation.outline
                == "r(\(numbers[12_345]) {\(numbers[12_345])})")
        #expect(grammars.matches(keys("100001")).isEmpty)
    }
}
