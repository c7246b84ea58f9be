import Expressions
import Testing

@testable import ScriptEngine

@Suite(.inEachForm) struct ProgramsTests {
    @Test(
        "var and function at the top level become variables of the nearest scope",
        arguments: [
            Case("var a = 1, b", "a + ',' + b + ',' + dialog.a", "1,undefined,1"),
            Case("var {p, q: [r]} = {p: 1, q: [2]}", "p + r", "3"),
            Case("for (var i = 0; i < 3; i++) {}", "i", "3"),
            Case("for (var k in {x: 1}) {}", "k", "x"),
            Case("if (false) { var hidden = 1 }", "'hidden' in dialog", "true"),
            Case("try { var t = 1; throw 1 } catch (e) { var u = e }", "t + u", "2"),
            Case("var early = typeof late(); function late() { return 1 }", "early", "number"),
            Case("var v = 1; var v; function v2() { return v } v = 5", "v2()", "5"),
            Case("var f; function f() { return 'f' }", "f()", "f"),
            Case("var f = 1; function f() {}", "f", "1"),
            Case("function f() { return 1 } function f() { return 2 }", "f()", "2"),
            Case(
                "let hidden = 1; const also = 2; var seen = hidden + also", "seen + typeof hidden + typeof also",
                "3undefinedundefined"),
            Case("'use strict'; var s = 1", "s", "1"),
            Case("var x = 1 // comment", "x", "1"),
            Case("<!-- old browsers\nvar x = 1\n//-->", "x", "1"),
            Case("var counter = 0; function count() { return ++counter } count(); count()", "counter", "2"),
            Case("function a() { return b() } function b() { return 'b' } var first = a()", "first + a()", "bb"),
            Case("label: for (var n = 0; ; n++) { if (n > 3) break label }", "n", "4"),
            Case("dialog.z = 5; var y = z + 1", "y", "6"),
            Case("var x = 1; this.w = x + 1", "w", "2"),
            Case("var toString = 1, Math = {max: function () { return 'mine' }}", "Math.max(1)", "mine"),
            Case("var größe = 2", "größe", "2"),
            Case("var undefined; var x = 1", "x", "1"),
            Case("{ function inBlock() { return 'block' } } var r = inBlock()", "r", "block"),
            Case("if (true) { function inBlock() {} } var inBlock = 2", "inBlock", "2"),
            Case("var n = function n(x) { return x ? n(x - 1) : 'end' }", "n(3)", "end"),
            Case("var o = {m: function m() { return typeof m }}, m = 5", "o.m() + m", "function5"),
            Case("if (true) { function inBlock() { return 'block' } }", "inBlock()", "block"),
        ])
    func declarations(_ item: Case) {
        var call = Call()
        #expect(call.run(item.program) == nil)
        #expect(call.text(item.expression) == item.text)
    }

    @Test("a declaration shadows the same name of an outer scope, which keeps its value")
    func shadowing() {
        var call = Call()
        for name in ["v", "f", "g"] { call.declare(name, .string("outer"), in: 2) }
        #expect(call.run("var v = 'inner'; function f() { return 'inner' } var seen = g + f()") == nil)
        #expect(call.text("v + f() + seen + application.v + application.f") == "innerinnerouterinnerouterouter")
    }

    @Test("declared again, a variable keeps its value, and a function replaces it")
    func redeclaration() {
        var call = Call()
        #expect(call.run("var v = 1; function f() { return 1 }") == nil)
        #expect(call.run("var v; function f() { return v + 1 }") == nil)
        #expect(call.text("v + f()") == "3")
        #expect(call.run("function v() { return 'function' }") == nil)
        #expect(call.text("v()") == "function")
    }

    @Test("a variable that a function expression shares its name with keeps its value")
    func functionExpression() {
        var call = Call()
        #expect(call.run("var lib = {loads: 1}") == nil)
        #expect(call.run("if (!lib) { var lib = function lib() {} } else { lib.loads++ }") == nil)
        #expect(call.text("lib.loads") == "2")
    }

    @Test("what was done before a throw stays done")
    func partial() {
        var call = Call()
        call.declare("x", .number(1))
        #expect(call.run("x = 2; var y = 3; undefinedFunction(); x = 4")?.kind == .thrown)
        #expect(call.text("x + ',' + y") == "2,3")
        #expect(call.failure("(x = 5, null.z)")?.kind == .thrown)
        #expect(call.text("x") == "5")
    }

    @Test("an undeclared write fails where it stands")
    func undeclaredWrite() {
        var call = Call()
        #expect(
            call.run("var before = 1; stray = 2; before = 3")?.message == "ReferenceError: Can't find variable: stray")
        #expect(call.text("before + typeof stray") == "1undefined")
    }

    @Test("the same program runs again and again")
    func again() {
        var call = Call()
        call.declare("n", .number(0), in: 1)
        for _ in 0..<5 { #expect(call.run("var last = n; n = n + 1") == nil) }
        #expect(call.text("last + ',' + n") == "4,5")
    }
}
