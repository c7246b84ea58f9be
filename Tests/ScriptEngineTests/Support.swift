import Expressions
import Foundation
import Testing

@testable import ScriptEngine

/// A call with the usual scopes and an engine.
struct Call {
    var environment: Environment
    let engine: any ScriptEvaluator & ScriptSyntaxChecker

    /// The scopes are dialog, document, application and session, nearest first.
    init(engine: any ScriptEvaluator & ScriptSyntaxChecker = makeEngine()) {
        self.engine = engine
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
        engine.beginEvent()
        return try engine.evaluate(expression: expression, in: &environment)
    }

    /// The text of an expression's value, or the kind and message of its failure.
    mutating func text(_ expression: String) -> String {
        do throws(ScriptFailure) {
            guard case .string(let text) = try value("String(\(expression))") else { return "no string" }
            return text.string
        } catch {
            return "\(error.kind.rawValue): \(error.message)"
        }
    }

    /// Runs a program and gives its failure, if any.
    mutating func run(_ program: String) -> ScriptFailure? {
        engine.beginEvent()
        do throws(ScriptFailure) {
            try engine.run(program: program, in: &environment)
            return nil
        } catch {
            return error
        }
    }

    /// The failure of an expression, if any.
    mutating func failure(_ expression: String) -> ScriptFailure? {
        do throws(ScriptFailure) {
            _ = try value(expression)
            return nil
        } catch {
            return error
        }
    }

    /// The heap as JSON, in which NaN is the same as NaN.
    func encodedHeap() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(environment.heap)
    }

    /// Lets the heap rest: what no scope reaches goes, and the rest is encoded and decoded.
    mutating func rest() throws {
        environment.heap.collect(roots: environment.scopes.map { .object($0) })
        environment.heap = try JSONDecoder().decode(Heap.self, from: JSONEncoder().encode(environment.heap))
    }
}

/// A script, and what an expression says afterwards.
struct Case: CustomTestStringConvertible, Sendable {
    let program: String
    let expression: String
    let text: String

    init(_ program: String, _ expression: String, _ text: String) {
        self.program = program
        self.expression = expression
        self.text = text
    }

    var testDescription: String { "\(program) | \(expression)" }
}
