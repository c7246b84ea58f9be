import Expressions
import Foundation
import Testing

@testable import ScriptEngine

/// One at a time, because they use the processor and much memory.
@Suite(.serialized, .inEachForm) struct LimitsTests {
    /// The resident memory of this process in megabytes.
    private static func residentMegabytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return try #require(Int(text.split(separator: " ")[1])) / 256
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    @Test(
        "1 and 2 a loop is stopped, and the engine works on",
        arguments: [
            "(function () { while (true) {} })()",
            "(function () { for (;;) { try { null.x } catch {} finally { continue } } })()",
            "(function () { var a = []; for (;;) a.push({}) })()",
            "(function () { var s = 'x'; for (;;) s += s.length })()",
            "(function f() { try { f() } finally { f() } })()", "[1].map(function g() { for (;;) [1].map(x => x) })",
            "(function* () { for (;;) yield 1 })().next() && [...(function* () { for (;;) yield 1 })()]",
            "Array.from({length: 1e9}, (x, i) => i)", "eval('for (;;) {}')", "new Function('for (;;) {}')()",
            "({toString() { for (;;) {} }}) + ''", "JSON.stringify({toJSON() { for (;;) {} }})",
            "(function () { for (;;) Date.now() })()", "(function () { for (;;) Math.random() })()",
        ])
    func loops(_ expression: String) {
        var call = Call(engine: makeEngine(timeLimit: 0.1))
        call.declare("x", .number(1))
        let random = call.environment.random
        let start = Self.processorSeconds()
        #expect(call.failure("(x = 2, \(expression))")?.kind == .limit)
        #expect(Self.processorSeconds() - start < 2)
        #expect(call.environment.random == random)
        #expect(call.text("x") == "1")
    }

    @Test("2 while(true){} ends within half a second")
    func timely() {
        var call = Call()
        _ = call.text("1")
        let start = Self.processorSeconds()
        #expect(call.run("while(true){}")?.kind == .limit)
        #expect(Self.processorSeconds() - start < 0.5)
    }

    @Test(
        "4 and 12 a single long native call is bounded and gives its memory back",
        arguments: [
            "/(x+x+)+y/.test('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')", "'x'.repeat(2 ** 30).length",
            "(function () { var s = 'x'; for (var i = 0; i < 30; i++) s += s; return s.charCodeAt(5) })()",
            "new Array(1e8).fill(1).length", "'x'.repeat(2 ** 30)", "'x'.repeat(2 ** 31)",
        ])
    func nativeCalls(_ expression: String) throws {
        var call = Call()
        #expect(call.text("1 + 1") == "2")
        let before = try Self.residentMegabytes()
        let start = ContinuousClock.now
        // It depends on the machine whether it takes longer than the limit.
        if let failure = call.failure(expression) { #expect(failure.kind == .limit) }
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try Self.residentMegabytes() - before < 2500)
        #expect(call.text("1 + 1") == "2")
        for _ in 0..<40 where try Self.residentMegabytes() - before > 300 { Thread.sleep(forTimeInterval: 0.1) }
        #expect(try Self.residentMegabytes() - before < 300)
    }

    @Test(
        "4 a catastrophic regular expression and a string of a gigabyte are beyond the limit",
        arguments: ["/(x+x+)+y/.test('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')", "'x'.repeat(2 ** 30)"])
    func beyond(_ expression: String) {
        var call = Call()
        #expect(call.failure(expression)?.kind == .limit)
    }

    @Test("a string that is too long for a variable")
    func longString() {
        var call = Call()
        #expect(call.failure("'x'.repeat(20000000)")?.kind == .limit)
        #expect(call.run("var s = 'x'.repeat(20000000)")?.kind == .limit)
        #expect(call.text("typeof s") == "undefined")
        #expect(call.text("'x'.repeat(1000000).length") == "1000000")
    }

    @Test("deep recursion is a RangeError, which a script may catch")
    func recursion() {
        var call = Call()
        #expect(call.failure("(function f() { return f() + 1 })()")?.kind == .thrown)
        #expect(call.text("(function f() { try { return f() } catch (e) { return e.name } })()") == "RangeError")
        let nested = String(repeating: "(", count: 200_000) + String(repeating: ")", count: 200_000)
        #expect(call.failure(nested)?.kind == .syntax)
        #expect(call.text("1") == "1")
    }

    @Test(
        "3 what would run on is refused or gone",
        arguments: [
            "async () => { for (;;) await 0 }", "(async function () {})()", "import('x')", "Promise.resolve()",
            "new Promise(f => f())", "Array.fromAsync([])", "WebAssembly.compile(1)", "new SharedArrayBuffer(1)",
            "Atomics.wait",
            "eval('(async () => { for (;;) await 0 })()')", "(0, eval)('(async () => { for (;;) await 0 })()')",
            "new Function('return (as' + 'ync () => { for (;;) await 0 })()')()", "eval('(as' + 'ync () => 1)()')",
            "(0, eval)('(as' + 'ync () => 1)()')", "globalThis['ev' + 'al']('(as' + 'ync () => 1)()')",
            "[eval][0]('(as' + 'ync () => 1)()')", "eval(...['(as' + 'ync () => 1)()'])",
            "eval?.('(as' + 'ync () => 1)()')",
            "(function () {})['constr' + 'uctor']('return (as' + 'ync () => 1)()')()",
            "(function* () {})['constr' + 'uctor']('yield (as' + 'ync () => 1)()')", "new AsyncDisposableStack()",
            "eval('ev' + 'al(\"(as\" + \"ync () => 1)()\")')", "eval('eva\\\\u006c(\"(as\" + \"ync () => 1)()\")')",
            "(x => { with (x) { return eval('(as' + 'ync () => 1)()') } })({})",
            "Iterator.prototype[Symbol.asyncDispose]()",
            "({eval}).eval('(as' + 'ync () => 1)()')", "eval.call(null, '(as' + 'ync () => 1)()')",
        ])
    func microtasks(_ expression: String) throws {
        var call = Call()
        let outcome = call.failure("(\(expression), 1)")
        let failure = try #require(outcome)
        #expect(failure.kind == .syntax || failure.kind == .thrown)
        #expect(call.text("1") == "1")
    }

    @Test("13 eval and new Function work")
    func dynamicText() {
        var call = Call()
        #expect(call.text("eval('1 + 1') + eval('({a: 3})').a + (0, eval)('4') + new Function('return 5')()") == "14")
        #expect(call.text("[eval(6), eval(), typeof eval, eval.name]") == "6,,function,eval")
        #expect(call.text("Function('a, b', 'return a * b')(2, 3) + (function () {}).constructor('return 1')()") == "7")
        #expect(call.run("function f(n) { var local = 5; return eval('local + n') }") == nil)
        #expect(call.text("f(2)") == "7")
        #expect(call.text("f") == "function f(n) { var local = 5; return eval(__dialtoneCheck='local + n') }")
        let held = call.environment.heap.lookup("f", in: call.environment.scopes)?.reference
        guard let held, case .function(let source) = call.environment.heap[held].kind else {
            Issue.record("f is no function")
            return
        }
        #expect(source.text == "function f(n) { var local = 5; return eval('local + n') }")
    }
}
