import Expressions
import OrderedCollections
import Testing

@testable import ScriptEngine

/// Native evaluation means what the engine means.
@Suite(.inEachForm) struct DifferentialTests {
    @Test("generated expressions give the same natively and in the engine", arguments: 1...4)
    func generated(seed: Int) throws {
        var generator = ExpressionGenerator(seed: UInt64(seed))
        let engine = makeEngine(timeLimit: 5)
        var call = Call(engine: engine)
        declareVariables(of: &call)
        let start = call.environment
        var natives = 0
        for _ in 0..<3000 {
            let source = generator.next()
            let expression = Expression(source, checker: engine)
            var native = start
            var scripted = start
            let nativeResult = outcome { () throws(ScriptFailure) in
                try expression.evaluate(in: &native, with: Forbidden())
            }
            if nativeResult.failure?.message == Forbidden.message { continue }
            natives += 1
            let engineResult = outcome { () throws(ScriptFailure) in
                try engine.evaluate(expression: source, in: &scripted)
            }
            let same =
                switch (nativeResult, engineResult) {
                case (.success(let left), .success(let right)):
                    same(left, native.heap, right, scripted.heap) && native.random == scripted.random
                case (.failure(let left), .failure(let right)):
                    left.kind == right.kind && errorName(left) == errorName(right)
                default: false
                }
            #expect(same, "\(source): natively \(nativeResult), by the engine \(engineResult)")
        }
        #expect(natives > 2500)
    }

    private func declareVariables(of call: inout Call) {
        call.declare("a", .number(7))
        call.declare("b", .number(-2.5), in: 1)
        call.declare("c", .string("12"), in: 2)
        call.declare("n", .null, in: 3)
        call.declare("s", .string("Hello, World"))
        call.declare("t", .bool(true), in: 1)
        let inner = call.environment.heap.makeArray([.number(1), .number(2)])
        call.declare(
            "o", call.environment.heap.makeObject(["name": .string("Ann"), "count": .number(3), "list": inner]))
        call.declare("list", call.environment.heap.makeArray([.number(3), .string("x"), .null, .undefined]), in: 2)
    }

    private func outcome(_ body: () throws(ScriptFailure) -> Value) -> Result<Value, ScriptFailure> {
        do throws(ScriptFailure) { return .success(try body()) } catch { return .failure(error) }
    }

    /// `TypeError` of `TypeError: …`
    private func errorName(_ failure: ScriptFailure) -> Substring { failure.message.prefix { $0 != ":" } }

    /// Whether two values are the same by structure; NaN is the same as NaN, and -0 is not 0.
    private func same(_ left: Value, _ leftHeap: Heap, _ right: Value, _ rightHeap: Heap) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)):
            return left.bitPattern == right.bitPattern || (left.isNaN && right.isNaN)
        case (.object(let left), .object(let right)):
            let (one, other) = (leftHeap[left], rightHeap[right])
            guard one.kind == other.kind, one.orderedNames == other.orderedNames,
                one.elements.count == other.elements.count
            else { return false }
            return one.orderedNames.allSatisfy { name in
                same(one.get(name) ?? .undefined, leftHeap, other.get(name) ?? .undefined, rightHeap)
            }
        default: return left == right
        }
    }
}

/// Stands for the engine where native evaluation should not need it.
private final class Forbidden: ScriptEvaluator {
    static let message = "not native"

    func evaluate(expression: String, in environment: inout Environment) throws(ScriptFailure) -> Value {
        throw ScriptFailure(.thrown, Self.message)
    }

    func run(program: String, in environment: inout Environment) throws(ScriptFailure) {
        throw ScriptFailure(.thrown, Self.message)
    }
}

extension Result where Failure == ScriptFailure {
    fileprivate var failure: ScriptFailure? {
        if case .failure(let failure) = self { failure } else { nil }
    }
}
