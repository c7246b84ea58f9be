import Expressions
import Foundation
import Testing

@testable import ScriptEngine

/// Long runs, only when they are asked for.
@Suite(
    .serialized, .inEachForm, .enabled(if: ProcessInfo.processInfo.environment["DIALTONE_SOAK"] != nil))
struct SoakTests {
    @Test("1 of 150 loops among a million evaluations every one is stopped")
    func loops() throws {
        var call = Call(engine: makeEngine(timeLimit: 0.05))
        call.declare("n", .number(0))
        var stopped = 0
        for round in 0..<150 {
            for _ in 0..<6700 { _ = try call.value("n < 3 && n == 0") }
            if call.run("while (n == 0) {}")?.kind == .limit { stopped += 1 }
            #expect(stopped == round + 1)
        }
        print("\(stopped) of 150 loops stopped, resident \(try resident()) MB")
    }

    @Test("the cost of a small expression in five scopes")
    func cost() throws {
        var call = Call()
        let inner = call.environment.heap.makeScope()
        call.environment.scopes.insert(inner, at: 0)
        for scope in 0..<5 {
            for name in ["alpha", "beta", "gamma"] {
                call.declare("\(name)\(scope)", .number(Double(scope)), in: scope)
            }
        }
        var times: [Duration] = []
        for _ in 0..<20_000 {
            let start = ContinuousClock.now
            _ = try call.value("alpha0 == '0' && beta3 < gamma4")
            times.append(ContinuousClock.now - start)
        }
        times.sort()
        print("median \(times[10_000]), 99th percentile \(times[19_800])")
    }

    @Test("memory stays where it is")
    func memory() throws {
        var call = Call()
        let program =
            "var o = {list: [], f: function () { return 1 }}; for (var i = 0; i < 100; i++) o.list.push({i: i})"
        for _ in 0..<300 { #expect(call.run(program) == nil) }
        let before = try resident()
        for round in 0..<40_000 {
            #expect(call.run(program) == nil)
            if round % 100 == 0 { try call.rest() }
            _ = call.text("\(round) + 1")
            if round % 5000 == 0 { print("resident \(try resident()) MB after \(2 * round) evaluations") }
        }
        #expect(try resident() - before < 200)
    }

    /// The resident memory of this process in megabytes.
    private func resident() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return try #require(Int(text.split(separator: " ")[1])) / 256
    }
}
