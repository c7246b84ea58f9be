import Expressions
import Testing

@testable import ScriptEngine

@Suite(.inEachForm) struct FailuresTests {
    @Test(
        "a message names the error and what was being evaluated",
        arguments: [
            ("nothing", "ReferenceError: Can't find variable: nothing"),
            ("x.y.z", "TypeError: undefined is not an object (evaluating 'x.y.z')"),
            ("x()", "TypeError: x is not a function"),
            ("(function () { throw new RangeError('too far') })()", "RangeError: too far"),
            ("(function () { throw 'stop' })()", "Error: stop was thrown"),
            ("(function () { throw {} })()", "Error: a value of type object was thrown"),
            ("(function () { var e = new Error('m'); e.name = 'Mine'; throw e })()", "Mine: m"),
            ("(function f() { return f() + 1 })()", "RangeError: Maximum call stack size exceeded."),
        ])
    func messages(_ expression: String, _ message: String) {
        var call = Call()
        call.declare("x", .number(1))
        #expect(call.failure(expression) == ScriptFailure(.thrown, message))
    }

    @Test(
        "no message tells the value of a variable",
        arguments: [
            "pin()", "pin.x.y", "pin in pin", "new pin", "pin instanceof pin", "JSON.parse(pin)", "JSON.parse(json)",
            "eval(pin + ' x')",
            "new Function(pin + ' x')", "new RegExp('[' + pin)", "(function () { throw pin })()", "null[pin]",
            "(function () { throw new Error('PIN ' + pin) })()", "(function () { throw Number(number) })()", "number()",
            "(function () { throw new Error(number) })()", "Object.defineProperty(pin, 'x', {})", "[...number]",
            "o[pin]()",
            "o[pin].x", "Reflect.construct(pin)", "decodeURIComponent('%' + pin)", "BigInt(pin)", "o.list[0]()",
            "pin.repeat(-1)",
            "Symbol(pin) + ''", "number.toFixed(number)",
        ])
    func secrets(_ expression: String) throws {
        var call = Call()
        call.declare("pin", .string("hunter2"))
        call.declare("json", .string("{\"pin\": hunter2}"))
        call.declare("number", .number(73_191))
        #expect(call.run("var o = {list: ['hunter2']}") == nil)
        let outcome = call.failure(expression)
        let failure = try #require(outcome)
        #expect(failure.kind == .thrown)
        #expect(!failure.message.contains("hunter2"))
        #expect(!failure.message.contains("73191"))
        #expect(!failure.message.isEmpty)
    }
}
