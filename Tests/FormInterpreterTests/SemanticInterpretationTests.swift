import CallControl
import Expressions
import Grammars
import MarkupReader
import ScriptEngine
import Testing

@testable import FormInterpreter

/// What matches mean (SISR 1.0).
struct SemanticInterpretationTests {
    @Test(
        "12 the result is the tag's value, by SISR script",
        arguments: [
            ("1<tag>out = 'alpha';</tag>", "1", "\"alpha\""),
            ("1<tag>out.a = 'valA'; </tag>", "1", "{\"a\":\"valA\"}"),
            (
                "1<tag>out.a = 1; out.b = [true, null]</tag>2<tag>out.c = {d: out.a + 1}</tag>", "12",
                "{\"a\":1,\"b\":[true,null],\"c\":{\"d\":2}}"
            ),
            ("1<tag>out = \"a;b\"; out = out + ';=' </tag>", "1", "\"a;b;=\""),
            ("1<tag>out = 'it\\'s'</tag>", "1", "\"it's\""),
            ("1<tag>var n = 20; function twice(x) { return 2 * x } out = twice(n) + 2</tag>", "1", "42"),
            ("1<tag>if (out.a == undefined) { out.a = 'none'; }</tag>", "1", "{\"a\":\"none\"}"),
            ("1<tag>n = 1</tag>", "1", "fails"),
            ("1<tag>var n = 1</tag>2<tag>n += 1; out = n</tag>", "12", "2"),
            ("<tag>out = 0</tag><item repeat='1-'><item>1<tag>out += 1</tag></item></item>", "111", "3"),
            ("1<tag>out = 1 // ; out = 2</tag>", "1", "1"),
            ("1<tag>out = /;'/.source</tag>", "1", "\";'\""),
            ("1<tag>/* nothing */</tag>", "1", "{}"),
            ("1<tag>out = </tag>", "1", "fails"),
            ("1<tag>out = later.x</tag>", "1", "fails"),
            ("1<tag>out.list = new Array(); out.list.push(meta.current().text)</tag>", "1", "{\"list\":[\"1\"]}"),
            ("1<tag>out = 'x'; out.y = 1;</tag>", "1", "\"x\""),
            ("1<tag>out = null; out.y = 1;</tag>", "1", "fails"),
            ("1<tag>out = undefined</tag>", "1", "undefined"),
        ])
    func script(rule: String, keys: String, expected: String) throws {
        #expect(try Interpreted(rules: "<rule id='r'>\(rule)</rule>", keys: keys).json == expected)
    }

    @Test(
        "12 without tags the keys as a string",
        arguments: [
            ("<rule id='r'>1 2</rule>", "12", "\"12\""),
            ("<rule id='r'>1<ruleref uri='#s'/></rule><rule id='s'>2</rule>", "12", "\"12\""),
            ("<rule id='r'><one-of><item>1<tag>out = 'a'</tag></item><item>2</item></one-of></rule>", "2", "\"2\""),
            ("<rule id='r'><item repeat='0-1'>1</item></rule>", "", "\"\""),
        ])
    func untagged(rules: String, keys: String, expected: String) throws {
        #expect(try Interpreted(rules: rules, keys: keys).json == expected)
    }

    @Test(
        "12 the literal tag format: the text of the last tag",
        arguments: [
            ("<rule id='r'>1<tag>alpha</tag></rule>", "1", "\"alpha\""),
            ("<rule id='r'>1<tag>\n out = 'x'; </tag></rule>", "1", "\"out = 'x';\""),
            ("<rule id='r'>1<tag>a</tag>2<tag>b</tag></rule>", "12", "\"b\""),
            ("<rule id='r'><ruleref uri='#s'/></rule><rule id='s'>1<tag>inner</tag></rule>", "1", "\"inner\""),
            (
                "<rule id='r'><ruleref uri='#s'/><tag>outer</tag></rule><rule id='s'>1<tag>inner</tag></rule>", "1",
                "\"outer\""
            ),
            ("<rule id='r'>1<tag> </tag></rule>", "1", "\"\""),
        ])
    func literals(rules: String, keys: String, expected: String) throws {
        let interpreted = try Interpreted(rules: rules, keys: keys, tagFormat: "semantics/1.0-literals")
        #expect(interpreted.json == expected)
    }

    private static let digit =
        "<rule id='digit'><one-of><item>1<tag>out = 'one'</tag></item><item>2<tag>out = {two: 2}</tag></item></one-of></rule>"

    @Test(
        "rules.NAME, rules.latest() and meta",
        arguments: [
            (
                "<ruleref uri='#digit'/><tag>out.a = rules.digit</tag><ruleref uri='#digit'/><tag>out.b = rules.digit.two</tag>",
                "12", "{\"a\":\"one\",\"b\":2}"
            ),
            ("<ruleref uri='#digit'/><tag>out = rules.latest()</tag>", "1", "\"one\""),
            ("<ruleref uri='#digit'/><tag>out = rules['digit'] + rules.latest()</tag>", "1", "\"oneone\""),
            (
                "<tag>out.before = rules.latest() === undefined; out.none = rules.digit === undefined</tag><ruleref uri='#digit'/>",
                "1", "{\"before\":true,\"none\":true}"
            ),
            (
                "9<ruleref uri='#digit'/>8<tag>out = [meta.current().text, meta.digit.text, meta.latest().text, meta.digit.score]</tag>",
                "918", "[\"918\",\"1\",\"1\",1]"
            ),
            (
                "9<tag>out.a = meta.current().text</tag>8<tag>out.b = meta.current().text</tag>", "98",
                "{\"a\":\"9\",\"b\":\"98\"}"
            ),
            ("<ruleref uri='#digit'/>", "2", "{\"two\":2}"),
            ("<ruleref uri='#digit'/><ruleref uri='#digit'/>", "12", "{\"two\":2}"),
        ])
    func rules(rule: String, keys: String, expected: String) throws {
        #expect(try Interpreted(rules: "<rule id='r'>\(rule)</rule>" + Self.digit, keys: keys).json == expected)
    }

    @Test("each rule has variables of its own, and the header's are shared")
    func isolation() throws {
        let rules = """
            <tag>var count = 0; function next() { count += 1; return count }</tag>
            <rule id='r'><tag>var mine = 'outer'</tag><ruleref uri='#s'/><ruleref uri='#s'/>
            <tag>out.count = count; out.mine = mine; out.s = rules.s</tag></rule>
            <rule id='s'>1<tag>out.seen = typeof mine; var mine = 'inner'; out.number = next()</tag></rule>
            """
        let expected = #"{"count":2,"mine":"outer","s":{"seen":"undefined","number":2}}"#
        #expect(try Interpreted(rules: rules, keys: "11").json == expected)
    }

    @Test("tags see and change nothing of the call")
    func call() throws {
        for tag in ["out = secret", "secret = 1; out = 1", "out = this.secret.x"] {
            #expect(try Interpreted(rules: "<rule id='r'>1<tag>\(tag)</tag></rule>", keys: "1").json == "fails")
        }
        let interpreted = try Interpreted(
            rules: "<rule id='r'>1<tag>var secret = 'mine'; out = secret</tag></rule>", keys: "1")
        #expect(interpreted.json == "\"mine\"")
        let environment = interpreted.environment
        #expect(environment.heap.lookup("secret", in: environment.scopes) == .string("1234"))
        #expect(environment.scopes.count == 1)
    }

    @Test(
        "assignments to out need no engine",
        arguments: [
            "out = 'alpha';", "out.a = 'valA'; ", " out.order_1 = 2 + 3;; out.b = out.order_1 * 2\n",
            "out=[1,2,{a:';'}]",
            "out = \"'\"; out = '\"'", "out.x = rules.s == undefined ? 'no' : 'yes'",
        ])
    func native(tag: String) throws {
        let rules = "<rule id='r'>1<tag>\(tag)</tag></rule>"
        let native = try Interpreted(rules: rules, keys: "1", evaluator: Forbidden())
        #expect(native.json != "fails")
        #expect(try native.json == Interpreted(rules: rules + "<tag> </tag>", keys: "1").json)
        #expect(
            try native.json == Interpreted(rules: rules.replacing("<tag>", with: "<tag>if (true); "), keys: "1").json)
    }

    @Test("rules nested as deep as they can be")
    func depth() throws {
        let rules =
            "<rule id='r'>1<item repeat='0-1'><ruleref uri='#r'/><tag>out.n = rules.r.n + 1</tag></item>"
            + "<item repeat='0-1'>2<tag>out.n = 1</tag></item></rule>"
        let keys = String(repeating: "1", count: 500) + "2"
        #expect(try Interpreted(rules: rules, keys: keys).json == "{\"n\":500}")
    }
}

/// The interpretation of keys by a grammar, in a call that has a variable `secret`.
private struct Interpreted {
    var environment: Environment
    /// The value as JSON; `undefined`, or `fails` for an evaluation that failed.
    var json: String

    init(
        rules: String, keys: String, tagFormat: String = "semantics/1.0", evaluator: (any ScriptEvaluator)? = nil
    ) throws {
        let xml = "<grammar mode='dtmf' root='r' tag-format='\(tagFormat)'>\(rules)</grammar>"
        let root = try #require(MarkupReader.read(Array(xml.utf8), file: "test.grxml").root)
        let (document, _) = GrammarReader.read(root, baseURI: "http://example.com/", file: "test.grxml")
        let grammar = try GrammarCompiler.compile(try #require(document))
        let pressed = keys.compactMap { DTMFKey($0) }
        let match = try #require(ActiveGrammars([grammar]).matches(pressed).first?.derivation)
        var heap = Heap()
        let scope = heap.makeScope()
        heap.declare("secret", .string("1234"), in: scope)
        environment = Environment(heap: heap, scopes: [scope])
        let engine = JavaScriptCoreEngine()
        do throws(ScriptFailure) {
            let value = try SemanticInterpretation.interpret(
                match, grammar: grammar, in: &environment, evaluator: evaluator ?? engine, checker: engine)
            var shown = environment
            shown.scopes = [shown.heap.makeScope()]
            shown.heap.declare("result", value, in: shown.scopes[0])
            let text = try engine.evaluate(expression: "JSON.stringify(result)", in: &shown)
            if case .string(let text) = text { json = text.string } else { json = "undefined" }
        } catch {
            json = "fails"
        }
    }
}

private final class Forbidden: ScriptEvaluator {
    func evaluate(expression: String, in environment: inout Environment) throws(ScriptFailure) -> Value {
        throw ScriptFailure(.thrown, "no engine")
    }

    func run(program: String, in environment: inout Environment) throws(ScriptFailure) {
        throw ScriptFailure(.thrown, "no engine")
    }
}
