import CallControl
import OrderedCollections
import Testing

@testable import Expressions

/// Stands for the script engine: it notes what it is asked for, and answers every expression with `answer`.
final class EngineStub: ScriptEvaluator, ScriptSyntaxChecker {
    var asked: [String] = []
    var answer: Value = .string("engine")
    /// What `problem(inExpression:)` says.
    var problem: String?

    func evaluate(expression: String, in environment: inout Environment) throws(ScriptFailure) -> Value {
        asked.append(expression)
        return answer
    }

    func run(program: String, in environment: inout Environment) throws(ScriptFailure) { asked.append(program) }
    func problem(inExpression text: String) -> String? { problem }
    func problem(inProgram text: String) -> String? { problem }
}

/// Scopes with variables of every kind, an engine stub, and what a test does with them.
struct World {
    var environment: Environment
    let engine = EngineStub()

    /// `a` 7, `b` -2.5, `n` null, `u` undefined, `t` true, `s` and `e` strings, `list`, `holes`, `o`, `date`, `f` a
    /// function; `a` of an outer scope is hidden, `outer` is not.
    init() {
        var heap = Heap()
        let near = heap.makeScope()
        let far = heap.makeScope()
        heap.declare("a", .number(7), in: near)
        heap.declare("b", .number(-2.5), in: near)
        heap.declare("n", .null, in: near)
        heap.declare("u", .undefined, in: near)
        heap.declare("t", .bool(true), in: near)
        heap.declare("s", .string("Grüße, Ada"), in: near)
        heap.declare("e", .string(""), in: near)
        let inner = heap.makeArray([.number(4)])
        heap.declare("list", heap.makeArray([.number(1), .string("two"), inner, .null]), in: near)
        heap.declare(
            "holes", .object(heap.allocate(HeapObject(.array, elements: [.number(1), nil, .number(3)]))), in: near)
        let part = heap.makeObject(["deep": .string("x")])
        heap.declare(
            "o", heap.makeObject(["p": .number(1), "q": part, "7": .bool(false), "length": .number(9)]), in: near)
        heap.declare("date", .object(heap.allocate(HeapObject(.date(86_400_000)))), in: near)
        let function = FunctionSource(text: "function f() {}", home: [near])
        heap.declare("f", .object(heap.allocate(HeapObject(.function(function)))), in: near)
        heap.declare("a", .string("hidden"), in: far)
        heap.declare("outer", .string("seen"), in: far)
        heap.declare("far", .object(far), in: far)
        environment = Environment(heap: heap, scopes: [near, far])
    }

    mutating func declare(_ name: ECMAString, _ value: Value) {
        environment.heap.declare(name, value, in: environment.scopes[0])
    }

    mutating func evaluate(_ source: String) throws(ScriptFailure) -> Value {
        try Expression(source, checker: engine).evaluate(in: &environment, with: engine)
    }

    /// The value of an expression as one would write it.
    mutating func shown(_ source: String) -> String {
        do throws(ScriptFailure) {
            let value = try evaluate(source)
            return environment.heap.shown(value)
        } catch {
            return "\(error.kind.rawValue) \(error.message)"
        }
    }
}

extension Heap {
    func shown(_ value: Value) -> String {
        guard case .object(let reference) = value else {
            return if case .string(let text) = value { "'\(text)'" } else { value.encoded }
        }
        let object = self[reference]
        switch object.kind {
        case .array: return "[" + object.elements.map { $0.map(shown) ?? "hole" }.joined(separator: ", ") + "]"
        default:
            let members = object.orderedNames.map { "\($0): \(shown(object.get($0) ?? .undefined))" }
            return "{" + members.joined(separator: ", ") + "}"
        }
    }
}

/// Checks that an expression is native, that the engine is not asked, and what it gives.
func expectNative(_ source: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    var world = World()
    if case .native = Expression(source, checker: world.engine).form {
    } else {
        Issue.record("not native: \(source)", sourceLocation: sourceLocation)
    }
    let shown = world.shown(source)
    #expect(shown == expected, "\(source)", sourceLocation: sourceLocation)
    #expect(world.engine.asked.isEmpty, "\(source) went to the engine", sourceLocation: sourceLocation)
}
