import CallControl
import Testing

@testable import Grammars

/// The first derivation in the order of the document.
struct DerivationTests {
    @Test(
        "12 tags in the order of the match, of the first alternative that matches",
        arguments: [
            ("<one-of><item>1<tag>a</tag></item><item>1<tag>b</tag></item></one-of>", "1", "r(1 {a})"),
            ("<one-of><item>2</item><item>1<tag>b</tag></item></one-of><tag>c</tag>", "1", "r(1 {b} {c})"),
            (
                "<one-of><item>1<tag>a</tag></item><item>12<tag>b</tag></item></one-of><item repeat='0-1'>2<tag>c</tag></item>",
                "12", "r(1 {a} 2 {c})"
            ),
            (
                "<one-of><item>12<tag>b</tag></item><item>1<tag>a</tag></item></one-of><item repeat='0-1'>2<tag>c</tag></item>",
                "12", "r(12 {b})"
            ),
            ("<item repeat='0-'>1<tag>a</tag></item><item repeat='0-'>1<tag>b</tag></item>", "11", "r(1 {a} 1 {a})"),
            ("<item repeat='1-2'>1<tag>a</tag></item><item repeat='1-2'>1<tag>b</tag></item>", "11", "r(1 {a} 1 {b})"),
            ("<item repeat='2'><item repeat='0-1'>1</item><tag>a</tag></item>", "1", "r(1 {a})"),
            ("<item repeat='2'><item repeat='0-1'>1</item><tag>a</tag></item>", "", "r({a})"),
            ("<tag>a</tag>1 2<tag>b</tag>3", "123", "r({a} 12 {b} 3)"),
            ("1<item>2</item>3", "123", "r(123)"),
            ("<item repeat='0'>1<tag>a</tag></item>2", "2", "r(2)"),
            ("<ruleref special='GARBAGE'/><tag>a</tag>", "12", "r(12 {a})"),
        ])
    func first(rule: String, input: String, expected: String) throws {
        #expect(outline(of: try compiled(rule: rule), input) == expected)
    }

    @Test("6 local rule references, with their tags and those of the header")
    func references() throws {
        let xml = srgs(
            """
            <tag>h</tag>
            <rule id='r'><ruleref uri='#digit'/><tag>a</tag><ruleref uri='#digit'/></rule>
            <rule id='digit'><one-of><item>1<tag>one</tag></item><item>2<tag>two</tag></item></one-of></rule>
            """, attributes: "tag-format='semantics/1.0-literals'")
        let grammar = try GrammarCompiler.compile(document(xml))
        let match = try #require(ActiveGrammars([grammar]).matches(keys("21")).first?.derivation)
        #expect(match.outline == "r(digit(2 {two}) {a} digit(1 {one}))")
        #expect(match.keys == keys("21"))
        #expect(match.tagFormat == .literals)
        #expect(match.headerTags.map(\.text) == ["h"])
        #expect(grammar.tags.map(\.id) == Array(grammar.tags.indices))
        #expect(Set(grammar.tags.map(\.text)) == ["h", "a", "one", "two"])
    }

    @Test("3 several grammars match the same keys: in order of precedence")
    func precedence() throws {
        let grammars = ActiveGrammars([
            try compiled(rule: "2"), try compiled(rule: "1<tag>near</tag>"), try compiled(rule: "1<tag>far</tag>"),
        ])
        let matches = grammars.matches(keys("1"))
        #expect(matches.map(\.grammar) == [1, 2])
        #expect(matches.map(\.derivation.outline) == ["r(1 {near})", "r(1 {far})"])
        #expect(grammars.matches(keys("3")).isEmpty)
    }
}
