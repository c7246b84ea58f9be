import CallControl
import Diagnostics
import Testing

@testable import Grammars

@Suite("ABNF")
struct ABNFTests {
    /// A grammar of keys: its header, then these statements.
    private static func read(_ statements: String) -> (GrammarDocument?, [Diagnostic]) {
        ABNFReader.read(
            "#ABNF 1.0 UTF-8;\nmode dtmf; root $r;\n" + statements, baseURI: "file:///g/test.gram", file: "test.gram")
    }

    private static func compiled(_ statements: String) throws -> CompiledGrammar {
        let (document, diagnostics) = read(statements)
        #expect(diagnostics.map(\.message) == [])
        return try GrammarCompiler.compile(try #require(document))
    }

    @Test(
        "SRGS 1.0 2: each form matches what the same rule in XML does",
        arguments: [
            // 2.1 tokens
            ("1", "1"), ("1 2", "<item>1</item>2"), ("12", "12"), ("\"1 2\"", "12"), ("* \"#\"", "*#"), ("a D", "AD"),
            // 2.2 rule references
            ("$d $d", "<ruleref uri='#d'/><ruleref uri='#d'/>"), ("$<#d> 1", "<ruleref uri='#d'/>1"),
            ("1 $NULL", "1<ruleref special='NULL'/>"),
            ("1 | 2 $VOID", "<one-of><item>1</item><item>2<ruleref special='VOID'/></item></one-of>"),
            ("$GARBAGE 1", "<ruleref special='GARBAGE'/>1"),
            // 2.3 sequences and groups
            ("1 (2 3) 4", "1234"), ("1 () 2", "12"), ("(1)", "1"),
            // 2.4 alternatives, with weights
            ("1 | 2 3 | 4", "<one-of><item>1</item><item>23</item><item>4</item></one-of>"),
            ("/10/ 1 | /0.5/ 2", "<one-of><item>1</item><item>2</item></one-of>"),
            ("1 (2 | 3)", "1<one-of><item>2</item><item>3</item></one-of>"),
            // 2.5 repeats
            ("1 <2>", "<item repeat='2'>1</item>"), ("1<0-1>2", "<item repeat='0-1'>1</item>2"),
            ("1 <1->", "<item repeat='1-'>1</item>"),
            ("(1 | 2) <1-3 /0.6/>", "<item repeat='1-3'><one-of><item>1</item><item>2</item></one-of></item>"),
            ("[1] 2", "<item repeat='0-1'>1</item>2"), ("$d<4>", "<item repeat='4'><ruleref uri='#d'/></item>"),
            // 2.7 languages are for speech.
            ("1!en-US 2", "12"), ("(1 2)!de", "12"),
        ])
    func expansions(_ abnf: String, _ xml: String) throws {
        let digits = "<rule id='d'><one-of><item>7</item><item>8</item></one-of></rule>"
        let left = try Self.compiled("$r = \(abnf);\n$d = 7 | 8;")
        let right = try GrammarCompiler.compile(document(srgs("<rule id='r'>\(xml)</rule>\(digits)")))
        for input in [
            "", "1", "2", "12", "11", "111", "1111", "7", "77", "7777", "781", "23", "1234", "13", "4", "*#", "AD",
            "1222", "9991",
        ] {
            #expect(standing(of: left, input) == standing(of: right, input), "after \(input)")
        }
    }

    @Test(
        "SRGS 1.0 2.6: tags stand in sequence",
        arguments: [
            ("1 {out = 1;} | 2 {!{out = {a: '}'};}!}", "2", "r(2 {out = {a: '}'};})"),
            ("$d {a} $d", "78", "r(d(7 {s}) {a} d(8))"), ("{a} 1", "1", "r({a} 1)"),
            ("(1 {a})<2>", "11", "r(1 {a} 1 {a})"), ("[1 {a}] 2", "2", "r(2)"),
        ])
    func tags(_ abnf: String, _ input: String, _ expected: String) throws {
        let grammar = try Self.compiled("$r = \(abnf);\n$d = 7 {s} | 8;")
        #expect(outline(of: grammar, input) == expected)
    }

    @Test("SRGS 1.0 4: every declaration is read, comments are nothing")
    func header() throws {
        let text = """
            #ABNF 1.0 ISO-8859-1;
            // a comment
            language en-US; /* another
            of two lines */ mode dtmf;
            root $pin; tag-format <semantics/1.0-literals>;
            lexicon <http://example.com/a.pls>~<application/srgs>;
            meta "author" is "Ünal"; http-equiv "Expires" is "0";
            base <http://example.com/grammars/>;
            {first}; {!{second}!};
            /** @example 1 2 */
            private $pin = $digit<4> "#" | $<other.grxml#x>~<application/srgs+xml> | $<more>;
            public $digit = 0 | 1;
            """
        let (document, diagnostics) = ABNFReader.read(text, baseURI: "file:///g/a.gram", file: "a.gram")
        #expect(diagnostics.isEmpty)
        let grammar = try #require(document)
        #expect(grammar.mode == .dtmf)
        #expect(grammar.tagFormat == .literals)
        #expect(grammar.headerTags == ["first", "second"])
        #expect(grammar.root == "pin")
        #expect(grammar.rules.map(\.name) == ["pin", "digit"])
        #expect(grammar.rules.map(\.isPublic) == [false, true])
        #expect(
            grammar.externalReferences == [
                "http://example.com/grammars/other.grxml", "http://example.com/grammars/more",
            ])
        #expect(grammar.rules[1].position == SourcePosition(line: 12, column: 8))
    }

    @Test("SRGS 1.0 4.1: the header names the encoding")
    func encoding() {
        let text = "#ABNF 1.0 ISO-8859-1;\nmode dtmf; root $m\u{FC}; public $m\u{FC} = 1;"
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let (document, diagnostics) = ABNFReader.read(content: latin, baseURI: "file:///a", file: "a")
        #expect(diagnostics.isEmpty)
        #expect(document?.root == "m\u{FC}")
    }

    @Test(
        "SRGS 1.0 4.3, VoiceXML 2.0 3.1.1: inside VoiceXML the type says that it is ABNF, or its own header",
        arguments: [
            "<grammar type='application/srgs'>#ABNF 1.0; mode dtmf; root $r; $r = 1 2;</grammar>",
            "<grammar>\n #ABNF 1.0;\n mode dtmf; root $r; $r = 1 2;</grammar>",
            "<grammar type='application/srgs' mode='dtmf'><![CDATA[root $r; $r = 1 $<#s><1>; $s = 2;]]></grammar>",
        ])
    func inline(_ xml: String) throws {
        let (document, diagnostics) = try GrammarsTests.read(xml)
        #expect(diagnostics.isEmpty)
        let grammar = try GrammarCompiler.compile(try #require(document))
        #expect(standing(of: grammar, "12") == .complete)
    }

    @Test("SRGS 1.0 4.6: without a mode it is for speech, and matches no key")
    func voice() throws {
        let (document, diagnostics) = ABNFReader.read(
            "#ABNF 1.0; language en-US; root $r; public $r = yes | \"oh yes\"!en-GB;", baseURI: "file:///a", file: "a")
        #expect(diagnostics.isEmpty)
        #expect(try GrammarCompiler.compile(try #require(document)).mode == .voice)
    }

    @Test(
        "what is wrong, and where",
        arguments: [
            ("$r = 1", "grammar-abnf-syntax", 3, 7), ("$r 1;", "grammar-abnf-syntax", 3, 4),
            ("$r = ;", "grammar-abnf-syntax", 3, 6), ("$r = (1;", "grammar-abnf-syntax", 3, 8),
            ("$r = 1 | ;", "grammar-abnf-syntax", 3, 10), ("$r = {a;", "grammar-abnf-syntax", 3, 6),
            ("$r = /x/ 1;", "grammar-abnf-syntax", 3, 7), ("$r = 1; mode dtmf;", "grammar-abnf-syntax", 3, 9),
            ("mode keys; $r = 1;", "grammar-abnf-syntax", 3, 6), ("colour red; $r = 1;", "grammar-abnf-syntax", 3, 8),
            ("$r = 1 <3-1>;", "grammar-bad-repeat", 3, 8), ("$r = 1 <1 /2/>;", "grammar-bad-repeat", 3, 8),
            ("$r = one;", "grammar-not-a-key", 3, 6), ("$r = $s;", "grammar-missing-rule", 3, 6),
            ("$s = 1;", "grammar-missing-root", 2, 17), ("$r = 1; $r = 2;", "grammar-duplicate-rule", 3, 9),
            ("$r = 1; $NULL = 2;", "grammar-reserved-rule", 3, 9), ("", "grammar-missing-root", 2, 17),
            ("tag-format <x>; $r = 1;", "grammar-unsupported-tag-format", 3, 12),
            ("$r = $<#>;", "grammar-abnf-syntax", 3, 6), ("$r = 1 /* end", "grammar-abnf-syntax", 3, 8),
            ("$r = $<a>~<application/x-jsgf>;", "grammar-unsupported-format", 3, 11),
        ])
    func problems(_ statements: String, _ id: String, _ line: Int, _ column: Int) {
        let (document, diagnostics) = Self.read(statements)
        #expect(document == nil)
        #expect(
            diagnostics.contains { $0.id == id && $0.position == SourcePosition(line: line, column: column) },
            "\(diagnostics)")
        #expect(diagnostics.allSatisfy { $0.refusesDocument })
    }

    @Test("6: brackets nested too deep are refused, not followed", arguments: ["(", "["])
    func depth(_ bracket: String) {
        let (document, diagnostics) = Self.read("$r = " + String(repeating: bracket, count: 100_000))
        #expect(document == nil)
        #expect(diagnostics.map(\.id) == ["grammar-abnf-syntax"])
    }

    @Test("6: recursion needs a key before it is one")
    func recursion() throws {
        let grammar = try Self.compiled("$r = 1 [$r] 2;")
        #expect(standing(of: grammar, "1122") == .complete)
        let (document, _) = Self.read("$r = [1] $r | 2;")
        #expect(compileError(try #require(document))?.id == "grammar-left-recursion")
    }
}
