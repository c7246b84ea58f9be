import Diagnostics
import FlowChecks
import Testing

@Suite("Variables that nothing declares")
struct VariableTests {
    @Test(
        "VoiceXML 2.0 5.1.1 each is told once, where it is first used",
        arguments: [
            ("<form><block>\n<assign name='count' expr='1'/></block></form>", ["2:15"]),
            ("<form><block>\n<if cond='total &gt; 1'/><if cond='total &gt; 2'/></block></form>", ["2:11"]),
            ("<form>\n<field name='a' cond='ready' type='digits'/></form>", ["2:23"]),
            ("<form><block>\n<value expr='b.map(function (x) { return x + y })'/></block></form>", ["2:14", "2:14"]),
            ("<form><block>\n<exit namelist='a b'/></block></form>", ["2:17", "2:17"]),
            ("<form><block>\n<clear namelist='a'/></block></form>", ["2:18"]),
            ("<form><block>\n<goto expr=\"'#' + name\"/></block></form>", ["2:13"]),
            // A variable of one block is none of the next.
            ("<form><block><var name='a'/></block>\n<block><value expr='a'/></block></form>", ["2:21"]),
            ("<form><block>\n<value expr='_event'/></block></form>", ["2:14"]),
            ("<form><block><var name='a'/></block></form>\n<form><block><value expr='a'/></block></form>", ["2:27"]),
            ("<form><field name='a'>\n<grammar srcexpr='uri'/></field></form>", ["2:19"]),
            ("<form><var name='a'/><block>\n<value expr='a ? b : c'/></block></form>", ["2:14", "2:14"]),
            ("<form><block>\n<value expr=\"`${a} and ${'}' + b}`\"/></block></form>", ["2:14", "2:14"]),
            ("<form><var name='a'/><block>\n<script>a = b + 1;</script></block></form>", ["2:1"]),
            ("\n<script>function f(a, b = (1), c) { return a + b + c + d }</script><form/>", ["2:1"]),
        ])
    func undeclared(content: String, expected: [String]) throws {
        #expect(try findings("undeclared-variable", in: content) == expected)
    }

    @Test(
        "5.1.2 what a scope around the place declares is there",
        arguments: [
            "<var name='a'/><form><block><assign name='a' expr='a + 1'/></block></form>",
            "<form><var name='a'/><block cond='a'/></form>",
            "<form><block><var name='a'/><if cond='a'><value expr='a'/></if></block></form>",
            "<form><field name='a' type='digits'/><block><value expr='a + a$.utterance'/></block></form>",
            "<form><field name='a' type='digits'><filled><assign name='a' expr='undefined'/></filled></field></form>",
            "<catch event='e'><log expr='_event + _message'/></catch>",
            "<menu><prompt><enumerate><value expr='_prompt'/><value expr='_dtmf'/></enumerate></prompt></menu>",
            "<form><block><value expr='session.connection.remote.uri'/></block></form>",
            "<form><block><value expr='lastresult$[0].utterance'/></block></form>",
            "<form><block><value expr=\"parseInt('1') + Math.max(1, 2) + NaN\"/></block></form>",
            "<form><block><value expr='typeof nothing'/></block></form>",
            "<form><block><value expr='typeof(nothing) + typeof (application.nothing)'/></block></form>",
            "<form><block><value expr='connection.local.uri'/></block></form>",
            "<form><catch event='e' cond='_event == 1'/></form>",
            "<form><block><value expr=\"{ a: 1, b: 'x y' }\"/></block></form>",
            "<form><block><value expr='[1].map(x =&gt; x + 1).filter((a, b) =&gt; a)'/></block></form>",
            "<form><block><value expr=\"'a'.replace(/b c/g, '')\"/></block></form>",
            "<form><block><assign name='document.a' expr='1'/><value expr='a'/></block></form>",
            "<script>var a = 1, b; function f(x) { c = 2 }</script><form><block cond='a + b + f(1) + c'/></form>",
            "<form><block><script>var a = 1</script></block><block cond='a'/></form>",
            // What a script elsewhere declares is not known.
            "<script src='unknown.js'/><form><block cond='a'/></form>",
            "<script>eval('var a')</script><form><block cond='a'/></form>",
            "<catch event='e'><value expr='a'/></catch><form><var name='a'/><block/></form>",
        ])
    func declared(content: String) throws {
        #expect(try findings("undeclared-variable", in: content) == [])
    }

    @Test(
        "a script declares in many ways",
        arguments: [
            "for (i in [1]) { i } for (const j of [1]) { j } for (var k = 0, n = 3; k &lt; n; k++) { }",
            "var {a, b: c, ...rest} = {a: 1}, [d, , e = 2] = [1]; a + c + d + e + rest",
            "outer: for (var i = 0; i &lt; 2; i++) { continue outer }",
            "try { throw 1 } catch (problem) { problem.message }",
            "x = 1; function later() { return z } var z = x",
            "var f = ({a, b}, [c]) =&gt; a + b + c",
            "var fact = function fac(n) { return n &lt; 2 ? 1 : n * fac(n - 1) }",
            "var a = 1, o = a ? { b: a } : { c: 2 }, p = o?.q?.r ?? a",
            "var n = 1, t = `a ${n} b ${n ? `c${n}` : ''}`",
            "switch (1) { case 1: break; default: JSON.stringify(Math.PI) }",
            // What these hold is not looked into.
            "var o = { m(x) { return nothing } }", "class A { m() { return nothing } }", "with ({k: 1}) { k }",
        ])
    func scripts(text: String) throws {
        let content = "<script>\(text)</script><form><block/></form>"
        #expect(try findings("undeclared-variable", in: content) == [])
    }

    @Test("a name that is nearly right is suggested")
    func suggestion() throws {
        let flow = try flow(["main.vxml": "<var name='counter'/><form><block cond='countr'/></form>"])
        let diagnostic = try #require(FlowChecks.diagnostics(of: flow).first)
        #expect(diagnostic.hint == "Did you mean counter?")
        #expect(diagnostic.message == "Nothing declares the variable \"countr\"")
    }

    @Test("5.1.2 the application root's variables are there in its leaves, and the leaves' in the root's handlers")
    func root() throws {
        let root = "<var name='a'/><catch event='e'>\n<value expr='own + other'/></catch>"
        let leaf = leaf("<var name='own'/><form>\n<block cond='a + b'/></form>")
        #expect(
            findings(try flow(["main.vxml": leaf, "root.vxml": root])) == [
                "2:14 undeclared-variable", "root.vxml:2:14 undeclared-variable",
            ])
        // Documents that are not known may have this root.
        #expect(findings(try flow(["root.vxml": root], isWhole: false)) == [])
        // A root that is not known may declare anything.
        #expect(findings(try flow(["main.vxml": leaf], isWhole: false)) == [])
    }

    @Test("a script in a file of its own is read")
    func scripts() throws {
        let content = "<script src='names.js'/><form><block cond='known + unknown'/></form>"
        let flow = try flow(["main.vxml": content], scripts: ["names.js": "function known() {}"])
        #expect(findings(flow) == ["1:100 undeclared-variable"])
    }

    @Test(
        "members of the scopes that nothing declares or sets",
        arguments: [
            ("<var name='count'/><form><block>\n<value expr='application.cuont'/></block></form>", ["2:14"]),
            ("<form><var name='a'/><block>\n<value expr='dialog.b + dialog.a'/></block></form>", ["2:14"]),
            ("<form><block>\n<value expr='document.b'/></block></form>", ["2:14"]),
            ("<form><block><assign name='application.b' expr='1'/><value expr='application.b'/></block></form>", []),
            ("<form><var name='document'/><block><value expr='document.title'/></block></form>", []),
            ("<script>application.b = 1</script><form><block><value expr='application.b'/></block></form>", []),
            ("<form><block><value expr='application.lastresult$.length'/></block></form>", []),
            ("<form><field name='a' type='digits'/><block><value expr='dialog.a'/></block></form>", []),
        ])
    func members(content: String, expected: [String]) throws {
        #expect(try findings("undeclared-variable", in: content) == expected)
    }
}
