import Expressions
import OrderedCollections
import Testing

@testable import ScriptEngine

/// What a native evaluation leaves to the engine, the engine does.
@Suite(.inEachForm) struct ConversionsTests {
    /// A call whose script has made an object with conversions of its own.
    private func call() throws -> Call {
        var call = Call()
        let program = """
            var count = 0
            var own = {toString: function () { count++; return 'text' }, valueOf: function () { return 12 }}
            var broken = {toString: function () { throw new RangeError('broken') }}
            var value = 'hidden by the value that is converted'
            """
        #expect(call.run(program) == nil)
        return call
    }

    @Test("an object is made text by its own toString, and a number by its valueOf")
    func ownConversions() throws {
        var call = try call()
        let own = try call.value("own")
        #expect(try call.environment.text(of: own, with: call.engine) == "text")
        #expect(try call.environment.number(of: own, with: call.engine) == 12)
        #expect(try call.value("count") == .number(1))
        #expect(call.environment.scopes.count == 4)
        let broken = try call.value("broken")
        #expect(throws: ScriptFailure(.thrown, "RangeError: broken")) {
            try call.environment.text(of: broken, with: call.engine)
        }
        #expect(call.environment.scopes.count == 4)
    }

    @Test(
        "expressions of the everyday subset over values that only the engine can convert",
        arguments: [
            ("own + 1", .number(13)), ("own == 12", .bool(true)), ("'' + [own]", .string("text")),
            ("own > 11 && typeof own.toString == 'function'", .bool(true)), ("'Ω'.toLowerCase()", .string("ω")),
            ("{text: 1}[own]", .number(1)),
        ] as [(String, Value)])
    func fallback(source: String, expected: Value) throws {
        var call = try call()
        let expression = Expression(source, checker: call.engine)
        guard case .native = expression.form else {
            Issue.record("not native")
            return
        }
        #expect(try expression.evaluate(in: &call.environment, with: call.engine) == expected)
    }

    @Test("a member is assigned under the name that the engine gives its key")
    func assignment() throws {
        var call = try call()
        call.declare("o", call.environment.heap.makeObject())
        let target = AssignmentTarget("o[own]", checker: call.engine)
        try target.assign(.number(1), in: &call.environment, with: call.engine)
        #expect(try call.value("o.text") == .number(1))
    }
}
