import Expressions
import Testing

@testable import ScriptEngine

/// What variables hold is the same in the next evaluation, and after the heap was encoded.
@Suite(.inEachForm) struct HeldValuesTests {
    static let cases = [
        Case("var a = {x: 1}; var b = a; b.x = 2", "a.x + ',' + (a === b)", "2,true"),
        Case("var o = {}; o.self = o; o.list = [o]", "o.self === o && o.list[0] === o", "true"),
        Case("var o = {b: 1, a: 2, 10: 3, 9: 4}", "JSON.stringify(o)", #"{"9":4,"10":3,"b":1,"a":2}"#),
        Case("var a = [1, , 3]; a.tag = 'x'", "a.length + ',' + (1 in a) + ',' + a.tag", "3,false,x"),
        Case("var a = [1, , ,]", "a.length + ',' + (2 in a)", "3,false"),
        Case("var a = [[1, [2]], []]", "JSON.stringify(a)", "[[1,[2]],[]]"),
        Case("var f = function (x) { return x + 1 }", "f(1)", "2"),
        Case("var f = x => x * 2", "f(4)", "8"),
        Case("function f(n) { return n < 2 ? 1 : n * f(n - 1) }", "f(5)", "120"),
        Case("function f() {} f.count = 3", "typeof f + f.count", "function3"),
        Case("var o = {twice(x) { return 2 * x }}", "o.twice(4)", "8"),
        Case("var o = {n: 5, get() { return this.n }}", "o.get()", "5"),
        Case("function* g() { yield 1; yield 2 }", "[...g()].join()", "1,2"),
        Case(
            "var f = Math.max, g = [].slice", "f(1, 3) + ',' + (f === Math.max) + ',' + g.call([1, 2, 3], 1)",
            "3,true,2,3"),
        Case("var f = new Function('a', 'b', 'return a + b')", "f(1, 2)", "3"),
        Case("var f = Function('return 7 // end')", "f()", "7"),
        Case(
            "function P(n) { this.n = n } P.prototype.twice = function () { return 2 * this.n }", "new P(4).twice()",
            "8"),
        Case(
            "function P() {} P.prototype = {hello: function () { return 'hi' }}",
            "new P().hello() + (new P() instanceof P)", "hitrue"),
        Case("function P() {}", "new P().constructor === P", "true"),
        Case("var s = new String('abc')", "(s == 'abc') + typeof s + s.length + s + s.charAt(1)", "trueobject3abcb"),
        Case("var n = new Number(5), b = new Boolean(false)", "n + 1 + ',' + (b ? 1 : 0) + b", "6,1false"),
        Case("var s = new String('ab'); s.x = 7", "s.x + s[1] + (s instanceof String)", "7btrue"),
        Case(
            "function P(n) { this.n = n } var p = new P(4)", "p.n + ',' + (p instanceof P) + (p.constructor === P)",
            "4,truetrue"),
        Case(
            "function P() {} P.prototype.hello = function () { return 'hi' }; var p = new P()",
            "p.hello() + (p instanceof P) + Object.keys(p).length", "hitrue0"),
        Case(
            "function A() {} A.prototype.f = function () { return 1 }; function B() {} B.prototype = new A(); var b = new B()",
            "b.f() + ',' + (b instanceof B) + (b instanceof A)", "1,truetrue"),
        Case(
            "function P() {} var p = new P(), q = new P()",
            "Object.getPrototypeOf(p) === P.prototype && q instanceof P", "true"),
        Case("var o = Object.create({a: 1}); o.b = 2", "o.a + o.b", "3"),
        Case("var p = new (function P() { this.x = 1 })()", "p.x", "1"),
        Case("function P() { this.o = new P.Q() } P.Q = function () { this.y = 5 }; var p = new P()", "p.o.y", "5"),
        Case("var d = new Date(86400000); var e = d; e.setTime(5)", "d.getTime() + ',' + (d === e)", "5,true"),
        Case("var d = new Date(NaN)", "isNaN(d) && d instanceof Date", "true"),
        Case("var r = /a+b/gi", "r.source + r.flags + r.test('xAAb') + r.lastIndex", "a+bgitrue4"),
        Case("var r = /a/g; r.exec('banana')", "r.lastIndex + ',' + r.exec('banana').index", "2,3"),
        Case("var r = new RegExp('')", "r.source", "(?:)"),
        Case("var e = new RangeError('far')", "e.name + e.message + (e instanceof RangeError)", "RangeErrorfartrue"),
        Case("var e = new Error('m'); e.name = 'Mine'; e.code = 3", "String(e) + e.code", "Mine: m3"),
        Case("var e = new Error('m', {cause: 5})", "e.cause + e.message", "5m"),
        Case("var max = Math.max; dialog.Math = {max: null}", "max(1, 2)", "2"),
        Case("var m = /(\\d)(\\w)/.exec('x1y')", "m[0] + m[1] + m.index + m.input", "1y11x1y"),
        Case("var m = /(?<d>\\d)/.exec('x1y')", "m.groups.d", "1"),
        Case("var z = -0, n = NaN, i = -Infinity", "1 / z + ',' + n + ',' + i", "-Infinity,NaN,-Infinity"),
        Case("var s = '\\ud800x\\u0000\\u{1F600}'", "s.length + ',' + s.charCodeAt(0)", "5,55296"),
        Case("var a = '\\u00e9', b = 'e\\u0301'", "(a == b) + ',' + a.length + b.length", "false,12"),
        Case("var o = {'\\u00e9': 1, 'e\\u0301': 2}", "Object.keys(o).length", "2"),
        Case("var o = Object.freeze({a: 1})", "Object.keys(o) + o.a", "a1"),
        Case("var o = JSON.parse('{\"__proto__\": 1, \"a\": 2}')", "o.a + ',' + Object.keys(o).length", "2,2"),
        Case("var u; var n = null", "u + ',' + n", "undefined,null"),
        Case("var text = `a${1 + 1}b`", "text", "a2b"),
    ]

    @Test(arguments: cases)
    func nextEvaluation(_ item: Case) throws {
        var call = Call()
        #expect(call.run(item.program) == nil)
        #expect(call.text(item.expression) == item.text)
        // Showing it once more changes nothing.
        let heap = try call.encodedHeap()
        #expect(call.run("") == nil)
        #expect(try call.encodedHeap() == heap)
    }

    @Test(arguments: cases)
    func afterRest(_ item: Case) throws {
        var call = Call()
        #expect(call.run(item.program) == nil)
        try call.rest()
        #expect(call.text(item.expression) == item.text)
    }

    @Test("identity holds across objects of several scopes")
    func identity() throws {
        var call = Call()
        call.declare("outer", in: 2)
        #expect(call.run("var inner = {n: 1}; outer = {link: inner}; application.third = inner") == nil)
        try call.rest()
        #expect(call.text("(inner.n = 9, outer.link.n + ',' + (third === inner))") == "9,true")
        #expect(call.text("outer.link.n") == "9")
    }

    @Test("a result can be an object of a variable, or new")
    func results() throws {
        var call = Call()
        #expect(call.run("var o = {a: 1}") == nil)
        let held = call.environment.heap.lookup("o", in: call.environment.scopes)
        #expect(try call.value("o") == held)
        let new = try #require(try call.value("({inner: o, list: [1, o]})").reference)
        #expect(call.environment.heap.get(name: "inner", of: new) == held)
        #expect(call.environment.heap.get(name: "list", of: new)?.reference != nil)
    }

    @Test("a list of 100,000 nodes, each referring to the next")
    func longList() throws {
        // A debug build needs more time to carry so many from one process to the other.
        var call = Call(engine: makeEngine(timeLimit: 5))
        #expect(call.run("var list = null; for (var i = 0; i < 100000; i++) list = {next: list}") == nil)
        #expect(call.text("(function () { var n = 0; for (var p = list; p; p = p.next) n++; return n })()") == "100000")
        #expect(call.run("list = list.next") == nil)
        #expect(call.text("i") == "100000")
    }
}
