import Diagnostics
import MarkupReader
import Testing

@testable import Grammars

/// What is wrong with a grammar: an id of its own, a message, a hint, and a place.
struct DiagnosticTests {
    @Test(
        "6 reading a grammar with one thing wrong",
        arguments: [
            ("grammar-unsupported-format", "<grammar type='application/x-jsgf' mode='dtmf'>#JSGF V1.0;</grammar>"),
            ("grammar-unsupported-format", "<grammar type='application/x-jsgf'><rule id='r'>1</rule></grammar>"),
            ("grammar-unsupported-format", "<grammar mode='dtmf'> 1 | 2 </grammar>"),
            (
                "grammar-unsupported-format",
                srgs("<rule id='r'>1<ruleref uri='a.gram' type='application/x-jsgf'/></rule>")
            ),
            (
                "grammar-unsupported-tag-format",
                srgs("<rule id='r'>1</rule>", attributes: "tag-format='swi-semantics/1.0'")
            ),
            ("grammar-wrong-root-element", "<vxml/>"),
            ("grammar-without-rules", "<grammar mode='dtmf'/>"),
            ("grammar-unknown-element", srgs("<rule id='r'>1<count number='2'/></rule>")),
            (
                "grammar-unknown-element",
                srgs("<rule id='r'>1</rule><x:rule xmlns:x='urn:x'/>").replacing("x:rule", with: "x:thing")
            ),
            ("grammar-misplaced-element", srgs("<rule id='r'>1<rule id='s'>2</rule></rule>")),
            ("grammar-misplaced-element", srgs("<item>1</item><rule id='r'>1</rule>")),
            (
                "grammar-misplaced-element",
                srgs("<rule id='r'><one-of><item>1</item><ruleref special='NULL'/></one-of></rule>")
            ),
            ("grammar-misplaced-element", srgs("<rule id='r'>1<ruleref special='NULL'><tag>1</tag></ruleref></rule>")),
            ("grammar-misplaced-element", srgs("<rule id='r'>1<tag><item>1</item></tag></rule>")),
            ("grammar-misplaced-element", srgs("<rule id='r'><token>1<item>1</item></token></rule>")),
            ("grammar-misplaced-text", srgs("<rule id='r'><one-of>1<item>1</item></one-of></rule>")),
            ("grammar-misplaced-text", srgs("1<rule id='r'>1</rule>")),
            ("grammar-unknown-attribute", srgs("<rule id='r' name='x'>1</rule>")),
            ("grammar-unknown-attribute", srgs("<rule id='r'>1</rule>", attributes: "langage='en'")),
            ("grammar-unknown-attribute", srgs("<rule id='r'><item times='2'>1</item></rule>")),
            ("grammar-unknown-attribute", srgs("<rule id='r'><one-of repeat='2'><item>1</item></one-of></rule>")),
            ("grammar-unknown-attribute", srgs("<rule id='r'>1<ruleref special='NULL' repeat='2'/></rule>")),
            ("grammar-unknown-attribute", srgs("<rule id='r'>1<tag id='x'>1</tag></rule>")),
            ("grammar-unknown-attribute", srgs("<rule id='r'><token pos='x'>1</token></rule>")),
            ("grammar-missing-attribute", srgs("<rule id='r'>1</rule><rule>2</rule>")),
            ("grammar-bad-attribute", srgs("<rule id='r' scope='global'>1</rule>")),
            ("grammar-bad-attribute", "<grammar version='2.0' mode='dtmf' root='r'><rule id='r'>1</rule></grammar>"),
            ("grammar-bad-attribute", "<grammar mode='keys' root='r'><rule id='r'>1</rule></grammar>"),
            ("grammar-bad-attribute", srgs("<rule id='r'><item weight='heavy'>1</item></rule>")),
            ("grammar-bad-attribute", srgs("<rule id='r'><item weight='-1'>1</item></rule>")),
            ("grammar-bad-attribute", srgs("<rule id='r'><item weight='.'>1</item></rule>")),
            ("grammar-bad-attribute", srgs("<rule id='r'><item repeat='2' repeat-prob='1.5'>1</item></rule>")),
            ("grammar-bad-attribute", srgs("<rule id='r'>1<ruleref special='null'/></rule>")),
            ("grammar-bad-attribute", srgs("<rule id='r'>1<ruleref uri=''/></rule>")),
            ("grammar-bad-attribute", srgs("<rule id='r'>1<ruleref uri='#'/></rule>")),
            ("grammar-bad-repeat", srgs("<rule id='r'><item repeat='3-1'>1</item></rule>")),
            ("grammar-duplicate-rule", srgs("<rule id='r'>1</rule><rule id='r'>2</rule>")),
            ("grammar-reserved-rule", srgs("<rule id='r'>1</rule><rule id='VOID'>2</rule>")),
            ("grammar-ruleref-target", srgs("<rule id='r'>1<ruleref/></rule>")),
            ("grammar-ruleref-target", srgs("<rule id='r'>1<ruleref uri='#r' special='NULL'/></rule>")),
            ("grammar-empty-one-of", srgs("<rule id='r'><one-of/></rule>")),
            ("grammar-not-a-key", srgs("<rule id='r'>1 two</rule>")),
            ("grammar-not-a-key", srgs("<rule id='r'>E</rule>")),
            ("grammar-not-a-key", srgs("<rule id='r'>\"1</rule>")),
            ("grammar-missing-rule", srgs("<rule id='r'>1<ruleref uri='#s'/></rule>")),
            ("grammar-missing-root", srgs("<rule id='r'>1</rule>", root: "s")),
        ])
    func reading(id: String, xml: String) throws {
        let (document, diagnostics) = try read(xml)
        #expect(document == nil)
        #expect(diagnostics.map(\.id) == [id])
        for diagnostic in diagnostics {
            #expect(diagnostic.hint != nil && diagnostic.refusesDocument && diagnostic.severity == .error)
            #expect(diagnostic.file == "test.grxml")
        }
    }

    @Test(
        "the place of what is wrong",
        arguments: [
            ("<grammar mode='dtmf' root='r'>\n<rule id='r'>\n  <item repeat='x'>1</item></rule></grammar>", 3, 17),
            ("<grammar mode='dtmf' root='r'>\n<rule id='r'>\n  <ruleref uri='#q'/></rule></grammar>", 3, 3),
            ("<grammar mode='dtmf'\n root='q'>\n<rule id='r'>1</rule></grammar>", 2, 8),
            ("<grammar mode='dtmf' root='r'>\n<rule id='r'>\n\n  x</rule></grammar>", 4, 3),
        ])
    func position(xml: String, line: Int, column: Int) throws {
        #expect(try read(xml).1.map(\.position) == [SourcePosition(line: line, column: column)])
    }

    @Test("everything that is wrong is reported")
    func all() throws {
        let (_, diagnostics) = try read(srgs("<rule id='s'><item repeat='x'>y</item><ruleref/></rule>"))
        #expect(
            Set(diagnostics.map(\.id)) == [
                "grammar-bad-repeat", "grammar-not-a-key", "grammar-ruleref-target", "grammar-missing-root",
            ])
    }

    @Test("what is allowed and without effect")
    func ignored() throws {
        let xml = """
            <grammar xmlns="http://www.w3.org/2001/06/grammar" xml:lang="en" mode="dtmf" root="r" scope="dialog" weight="2"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" type="application/srgs+xml">
              <meta name="a" content="b"/><metadata><x xmlns="urn:x">text</x></metadata><lexicon uri="a.pls"/>
              <!-- c --><rule id="r" scope="public"><example> one two </example>
                <one-of xml:lang="de"><item xml:lang="fr">1</item></one-of></rule>
            </grammar>
            """
        #expect(standing(of: try GrammarCompiler.compile(document(xml)), "1") == .complete)
    }

    @Test("a version may be left out, a mode too: then it is voice")
    func defaults() throws {
        #expect(try document("<grammar root='r'><rule id='r'>yes please</rule></grammar>").mode == .voice)
    }
}
