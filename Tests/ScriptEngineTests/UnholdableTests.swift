import Expressions
import Testing

@testable import ScriptEngine

@Suite(.inEachForm) struct UnholdableTests {
    static let values = [
        "new Map()", "new Set([1])", "Symbol('s')", "new Proxy({}, {})", "Proxy.revocable([], {}).proxy",
        "new Uint8Array(4)", "new ArrayBuffer(8)", "10n", "({get x() { return 1 }})", "new (class A { #p = 1 })()",
        "class A {}", "(function () {}).bind(null)", "Object(Symbol())", "Object.create(String.prototype)",
        "(function () { var o = {}; for (var i = 0; i < 200; i++) o = Object.create(o); return o })()",
        "globalThis", "Math",
        "Array.prototype", "[1][Symbol.iterator]()", "(function* () {})()", "({[Symbol.iterator]: 1})",
        "Object.defineProperty({}, 'x', {value: 1})", "Object.defineProperty({}, 'x', {value: 1, enumerable: true})",
        "(function () { return arguments })()", "({deep: [new Map()]})", "new WeakMap()",
        "Object.defineProperty([1], 0, {get() { return 1 }})", "new Array(2000000)", "({}).__lookupGetter__",
    ]

    @Test("as a result", arguments: values.dropLast())
    func result(_ expression: String) {
        var call = Call()
        call.declare("x", .number(1))
        let heap = call.environment.heap
        #expect(call.failure("(x = 2, \(expression))")?.kind == .unholdable)
        // Nothing is written back.
        #expect(call.environment.heap == heap)
    }

    @Test("in a variable, which the message names", arguments: values.dropLast())
    func variable(_ expression: String) throws {
        var call = Call()
        let heap = call.environment.heap
        let outcome = call.run("var plain = 1; var holder = {inside: \(expression)}")
        let failure = try #require(outcome)
        #expect(failure.kind == .unholdable)
        #expect(failure.message.contains("'holder'"))
        #expect(call.environment.heap == heap)
    }

    @Test("inside one evaluation they serve", arguments: values)
    func within(_ expression: String) {
        var call = Call()
        #expect(call.text("(function () { var value = \(expression); return 'done' })()") == "done")
    }

    @Test("an accessor put on an object of a variable")
    func accessorOnVariable() throws {
        var call = Call()
        #expect(call.run("var o = {inner: {}}") == nil)
        let outcome = call.failure("Object.defineProperty(o.inner, 'x', {get() { return 1 }}) && 1")
        let failure = try #require(outcome)
        #expect(failure.kind == .unholdable)
        #expect(failure.message.contains("'o'"))
    }
}
