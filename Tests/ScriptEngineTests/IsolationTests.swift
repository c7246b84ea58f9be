import Expressions
import Testing

@testable import ScriptEngine

/// Nothing of a call is seen by the next one in the same engine.
@Suite struct IsolationTests {
    @Test(
        arguments: [
            ("globalThis.leak = 'secret'", "typeof leak"),
            ("Object.defineProperty(globalThis, 'leak', {value: 'secret'})", "typeof leak"),
            ("(0, eval)('var leak = \"secret\"')", "typeof leak"),
            ("eval('var leak = \"secret\"')", "typeof leak"),
            ("new Function('leak = \"secret\"')()", "typeof leak"),
            ("Object.prototype.leak = 'secret'", "typeof {}.leak"),
            ("Object.setPrototypeOf(Object.prototype, {leak: 'secret'})", "typeof {}.leak"),
            ("Array.prototype.push = function () { return 'secret' }", "[].push(1)"),
            ("String.prototype.leak = 'secret'", "typeof ''.leak"),
            ("Math.leak = 'secret'", "typeof Math.leak"),
            ("Math.max.leak = 'secret'", "typeof Math.max.leak"),
            ("Date.leak = 'secret'", "typeof Date.leak"),
            ("Date.prototype.leak = 'secret'", "typeof new Date().leak"),
            (
                "Function.leak = eval.leak = Proxy.leak = 'secret'",
                "typeof Function.leak + typeof eval.leak + typeof Proxy.leak"
            ),
            ("(function* () {}).constructor.leak = 'secret'", "typeof (function* () {}).constructor.leak"),
            ("Object.getPrototypeOf([][Symbol.iterator]()).leak = 'secret'", "typeof [][Symbol.iterator]().leak"),
            ("Object.getPrototypeOf(''.matchAll(/a/g)).leak = 'secret'", "typeof ''.matchAll(/a/g).leak"),
            (
                "Object.getOwnPropertyDescriptor(Object.prototype, 'toString').get.leak = 1",
                "typeof Object.getOwnPropertyDescriptor(Object.prototype, 'toString').get.leak"
            ),
            ("/(.+)/.test('secret')", "RegExp.$1 + RegExp.lastMatch + RegExp.input + RegExp['$&'] + RegExp.$_"),
            ("Symbol.for('x').description", "typeof Symbol.for('x').leak"),
            ("Error.stackTraceLimit = 'secret'", "typeof Error.stackTraceLimit"),
            ("console.leak = 1", "typeof console"),
        ])
    func nothingStays(_ act: String, _ look: String) {
        let engine = JavaScriptCoreEngine()
        var fresh = Call()
        let expected = fresh.text(look)
        var first = Call(engine: engine)
        _ = first.failure("(\(act), 1)")
        _ = first.run(act)
        var second = Call(engine: engine)
        let seen = second.text(look)
        #expect(seen == expected)
        #expect(!seen.contains("secret"))
    }

    @Test("properties of a function belong to the call's function")
    func functionProperties() {
        let engine = JavaScriptCoreEngine()
        let program = "function f() { f.count = (f.count || 0) + 1; return f.count }"
        var first = Call(engine: engine)
        var second = Call(engine: engine)
        #expect(first.run(program) == nil)
        #expect(second.run(program) == nil)
        #expect(first.text("f() + f()") == "3")
        #expect(second.text("f()") == "1")
        #expect(first.text("f()") == "3")
    }

    @Test("an object that inherits from a frozen prototype still has its own members")
    func ownMembers() {
        var call = Call()
        #expect(
            call.run(
                """
                var o = {}; o.toString = function () { return 'own' }; o.constructor = 1; o.valueOf = function () { return 4 };
                var e = new Error('m'); e.message = 'changed'; e.name = 'Other';
                var a = []; a.toString = function () { return 'list' };
                function F() {} F.prototype.toString = function () { return 'made' };
                """) == nil)
        #expect(call.text("`${o}` + o.constructor + (o + 1) + e + a + new F()") == "own15Other: changedlistmade")
    }
}
