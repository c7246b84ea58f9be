import Expressions
import Testing

@testable import ScriptEngine

@Suite(.inEachForm) struct SyntaxTests {
    private let engine = makeEngine()

    @Test(
        "expressions that parse",
        arguments: [
            "1", "{a: 1, b: 2}", "[1, , 2]", "a, b", "x => x + 1", "function () { return 1 }", "a ? b : c", "`a${b}`",
            "/re/g", "1 // comment", "/* c */ 1", "new Foo", "'await async import('", "x.await + y.import",
            "{async: 1}",
            "a\n+ b", "yield", "/async/.test(x)", "class {}", "a = b", "...[1]".replacing("...", with: ""),
        ])
    func goodExpressions(_ text: String) {
        #expect(engine.problem(inExpression: text) == nil)
    }

    @Test(
        "7 what would break out of its wrapper does not parse, nor does anything else that is no expression",
        arguments: [
            "1)})();(", "1);(2", ") => (1", "1}", "{", "(", "1]", "[1", "", " ", "// only a comment", "/* open",
            "'open",
            "var x = 1", "if (x) 1", "return 1", "a; b", "...x", "x +", "1 2", "new.target", "super.x", "`${`", "a,",
            "1\n)\n}\n)\n(function(){with({}){(2", "async () => 1", "async function () {}", "await 1", "import('x')",
            "import.meta", "[...async () => {}]", "(a) / async () => 1 / 2", "__dialtone0", "with (a) b",
            "(function () { for await (x of y) {} })", "break",
        ])
    func badExpressions(_ text: String) {
        #expect(engine.problem(inExpression: text) != nil)
        var call = Call(engine: engine)
        #expect(call.failure(text)?.kind == .syntax)
    }

    @Test(
        "programs that parse",
        arguments: [
            "", "var x = 1", "if (a) b(); else { c() }", "function f() { return 1 }", "x = 1; y = 2",
            "a => { return 1 }",
            "<!-- x\nvar y\n-->", "'use strict'; var x", "for (;;) break", "with (a) b", "'async'; `await ${x}`",
            "var o = {async: 1, await: 2}; o.async = o.await", "let x = 1; { let x = 2 }", "010",
        ])
    func goodPrograms(_ text: String) {
        #expect(engine.problem(inProgram: text) == nil)
    }

    @Test(
        "programs that do not",
        arguments: [
            "var", "}", "{", "return 1", "break", "let x; var x", "import x from 'y'", "export default 1", "var x = 'a",
            "async function f() {}", "var f = async x => x", "for await (x of y);", "await x", "import('x')",
            "if (x) /'/.test(y); async () => 1; /'/", "}}) ; (function () {{",
        ])
    func badPrograms(_ text: String) {
        #expect(engine.problem(inProgram: text) != nil)
        var call = Call(engine: engine)
        #expect(call.run(text)?.kind == .syntax)
    }

    @Test("a message is short and names the error")
    func message() throws {
        #expect(try #require(engine.problem(inExpression: "1 +")).hasPrefix("SyntaxError: "))
        #expect(try #require(engine.problem(inProgram: "async () => 1")) == "SyntaxError: async cannot be used here")
    }

    @Test("checking declares nothing")
    func checkingOnly() {
        #expect(engine.problem(inProgram: "var leak = 1; function leak2() {}") == nil)
        #expect(engine.problem(inProgram: "var other = 1") == nil)
        var call = Call(engine: engine)
        #expect(call.run("var other = typeof leak + typeof leak2") == nil)
        #expect(call.text("other + Object.keys(dialog).join()") == "undefinedundefineddialog,other")
    }
}
