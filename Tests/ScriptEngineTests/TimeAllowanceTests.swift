import Expressions
import ScriptEngine
import Testing

@Suite("The time of one event", .inEachForm)
struct TimeAllowanceTests {
    @Test("evaluations that each stay below the limit are stopped together, until the next event")
    func together() {
        let engine = makeEngine(timeLimit: 0.05)
        var environment = Environment(heap: Heap(), scopes: [])
        environment.scopes = [environment.heap.makeScope()]
        let busy = "(function () { var end = 0; for (var i = 0; i < 300000; i++) end += i; return end })()"
        var failure: ScriptFailure?
        for _ in 0..<10_000 where failure == nil {
            do throws(ScriptFailure) {
                _ = try engine.evaluate(expression: busy, in: &environment)
            } catch {
                failure = error
            }
        }
        #expect(failure?.kind == .limit)
        engine.beginEvent()
        #expect((try? engine.evaluate(expression: "(() => 1)()", in: &environment)) == .number(1))
    }
}
