import Expressions
import Testing

@testable import ScriptEngine

/// A call with a chain of scopes and an engine.
struct Call {
    var environment: Environment
    let engine = JavaScriptCoreEngine()

    /// The scopes are dialog, document, application and session, nearest first.
    init() {
        var heap = Heap()
        let scopes = ["dialog", "document", "application", "session"].map { name in
            let scope = heap.makeScope()
            heap.declare(ECMAString(name), .object(scope), in: scope)
            return scope
        }
        environment = Environment(heap: heap, scopes: scopes)
    }

    mutating func declare(_ name: String, _ value: Value = .undefined, in scope: Int = 0) {
        environment.heap.declare(ECMAString(name), value, in: environment.scopes[scope])
    }

    mutating func value(_ expression: String) throws(ScriptFailure) -> Value {
        try engine.evaluate(expression: expression, in: &environment)
    }

    mutating func text(_ expression: String) -> String {
        do throws(ScriptFailure) {
            guard case .string(let text) = try value("String(\(expression))") else { return "no string" }
            return text.string
        } catch {
            return "\(error.kind.rawValue): \(error.message)"
        }
    }

    mutating func run(_ program: String) -> ScriptFailure? {
        do throws(ScriptFailure) {
            try engine.run(program: program, in: &environment)
            return nil
        } catch {
            return error
        }
    }
}
