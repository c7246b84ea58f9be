import Expressions
import Testing

@testable import ScriptEngine

/// Nothing of a call is seen by the next one in the same engine.
@Suite(.inEachForm) struct IsolationTests {
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
            ("arguments.callee.leak = 'secret'", "typeof arguments.callee.leak"),
            (
                "(function g() { g.caller.leak = g.caller.prototype.leak = 'secret' })()",
                "(function g() { return typeof g.caller.leak + typeof (g.caller.prototype || 0).leak })()"
            ),
            ("Symbol.for('x').description", "typeof Symbol.for('x').leak"),
            ("Error.stackTraceLimit = 'secret'", "typeof Error.stackTraceLimit"),
            ("console.leak = 1", "typeof console"),
        ])
    func nothingStays(_ act: String, _ look: String) {
        let engine = makeEngine()
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

    @Test(
        "what a call leaves in the function that its text was compiled to is not seen by the same text",
        arguments: [
            "(arguments.callee.count = (arguments.callee.count || 0) + 1, arguments.callee.count)",
            "(function g() { g.caller.count = (g.caller.count || 0) + 1; return g.caller.count })()",
            "(arguments.callee.list = [arguments.callee.list], arguments.callee.list.length)",
        ])
    func compiledText(_ text: String) {
        let engine = makeEngine()
        var first = Call(engine: engine)
        let once = first.text(text)
        var second = Call(engine: engine)
        #expect(second.text(text) == once)
    }

    @Test("9 every built-in object that a script reaches is frozen")
    func frozen() {
        var call = Call()
        let failure = call.run(
            """
            var open = [];
            var seen = new Set(), pending = [[globalThis, 'globalThis']];
            for (var start of [
                function* () {}, Object.getPrototypeOf((function* () {})()), [].values(), ''[Symbol.iterator](),
                new Map().entries(), new Set().values(), ''.matchAll(/a/g), [].values().map(x => x), /a/, new Date(), Iterator.from({next() {}}),
                new Error(), new Uint8Array(1), new DataView(new ArrayBuffer(1)), new WeakMap(), 1n, Symbol(), eval
            ]) pending.push([Object.getPrototypeOf(start), typeof start]);
            while (pending.length) {
                var [object, path] = pending.pop();
                if (object === null || (typeof object !== 'object' && typeof object !== 'function')) continue;
                if (seen.has(object)) continue;
                seen.add(object);
                if (!Object.isFrozen(object)) open.push(path);
                pending.push([Object.getPrototypeOf(object), path + '.__proto__']);
                for (var key of Reflect.ownKeys(object)) {
                    var found = Object.getOwnPropertyDescriptor(object, key);
                    for (var part of ['value', 'get', 'set']) pending.push([found[part], path + '.' + String(key)]);
                }
            }
            var count = seen.size; seen = pending = object = found = start = key = null;
            """)
        #expect(failure == nil)
        #expect(call.text("open.join()") == "")
        #expect(call.text("count > 500") == "true")
    }

    @Test("properties of a function belong to the call's function")
    func functionProperties() {
        let engine = makeEngine()
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
