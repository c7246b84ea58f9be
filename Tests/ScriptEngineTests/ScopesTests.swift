import Expressions
import OrderedCollections
import Testing

@testable import ScriptEngine

@Suite(.inEachForm) struct ScopesTests {
    @Test("names resolve from the nearest scope on")
    func resolution() {
        var call = Call()
        call.declare("x", .string("session"), in: 3)
        call.declare("x", .string("dialog"), in: 0)
        call.declare("y", .string("application"), in: 2)
        #expect(call.text("x + y + session.x") == "dialogapplicationsession")
    }

    @Test(
        "writes reach the scope that declares the variable",
        arguments: [
            ("x = 2", "2"), ("application.x = 3", "3"), ("application['x']++", "2"), ("(function () { x = 4 })()", "4"),
            ("(() => { 'use strict'; x = 5 })()", "5"), ("[x] = [6]", "6"), ("({x} = {x: 7})", "7"), ("x += 7", "8"),
        ])
    func writes(_ expression: String, _ text: String) {
        var call = Call()
        call.declare("x", .number(1), in: 2)
        _ = call.text(expression)
        #expect(call.text("x + ',' + application.x") == "\(text),\(text)")
    }

    @Test("a property added to a scope object is a variable, in the same evaluation and later")
    func addedProperty() {
        var call = Call()
        #expect(call.text("(document.added = 5, added + 1)") == "6")
        #expect(call.text("added") == "5")
        #expect(call.text("delete document.added") == "true")
        #expect(call.text("typeof added") == "undefined")
    }

    @Test(
        "an undeclared name cannot be assigned to",
        arguments: [
            "y = 1", "(function () { y = 1 })()", "[y] = [1]", "y += 1", "Math = 1", "globalThis.y = 1", "undefined.x",
            "(function () { this.y = 1 })()", "Object.defineProperty(globalThis, 'y', {value: 1})", "y++",
            "Object.prototype.y = 1, Object.setPrototypeOf(Math, {})",
        ])
    func undeclared(_ expression: String) {
        var call = Call()
        #expect(call.failure(expression)?.kind == .thrown)
        #expect(call.text("typeof y") == "undefined")
        #expect(call.text("typeof Math.max") == "function")
    }

    @Test("this is the nearest scope unless it is given")
    func this() throws {
        var call = Call()
        call.declare("x", .number(1))
        #expect(call.text("this.x") == "1")
        #expect(call.text("this === dialog") == "true")
        call.environment.this = call.environment.heap.makeObject(["x": .number(2)])
        #expect(call.text("this.x") == "2")
    }

    @Test("a function sees the scopes of its home")
    func home() {
        var call = Call()
        call.declare("x", .string("first dialog"))
        #expect(call.run("document.f = function () { return x }; document.set = function (v) { x = v }") == nil)
        // Another dialog with another variable x.
        let dialog = call.environment.heap.makeScope()
        let left = call.environment.scopes[0]
        call.environment.scopes[0] = dialog
        call.declare("x", .string("second dialog"))
        #expect(call.text("f() + ', ' + x") == "first dialog, second dialog")
        #expect(call.text("(set('changed'), x)") == "second dialog")
        #expect(call.environment.heap.get(name: "x", of: left) == .string("changed"))
    }

    @Test("a function that another one calls is shown with its variables")
    func transitive() {
        var call = Call()
        call.declare("rate", .number(3), in: 2)
        #expect(call.run("function inner(n) { return n * rate } function outer(n) { return inner(n) }") == nil)
        #expect(call.text("outer(2)") == "6")
        #expect(call.run("var table = {row: {calc: outer}}") == nil)
        #expect(call.text("table.row['ca' + 'lc'](5)") == "15")
    }

    @Test("names that are spelled with escapes are found")
    func escapes() {
        var call = Call()
        call.declare("x", .number(1))
        call.declare("größe", .number(2))
        #expect(call.text(#"\u0078 + größe"#) == "3")
        #expect(call.text(#"gr\u00f6\u{df}e"#) == "2")
    }

    @Test(
        "eval and Function see variables that their text names",
        arguments: [
            "eval('x + 1')", "new Function('return x + 1')()", "(function (local) { return eval('x + local') })(1)",
            "eval('x' + '+ 1')", "Function('n', 'return x + n')(1)", "eval(\"eval\" ? 'x+1' : 0)",
        ])
    func dynamicText(_ expression: String) {
        var call = Call()
        call.declare("x", .number(1), in: 1)
        #expect(call.text(expression) == "2")
    }

    @Test(
        "a read-only object or scope takes no writes",
        arguments: [
            "session.caller = 1", "caller = 1", "session.list.push(1)", "session.list[0] = 2", "delete session.caller",
            "Object.defineProperty(session, 'x', {value: 1})", "session.list.length = 0",
            "(function () { session.list.tag = 1 })()", "Object.setPrototypeOf(session.list, null)",
        ])
    func readOnly(_ expression: String) throws {
        var call = Call()
        let list = call.environment.heap.allocate(HeapObject(.array, elements: [.number(1)], isReadOnly: true))
        call.declare("caller", .string("5550100"), in: 3)
        call.declare("list", .object(list), in: 3)
        call.environment.heap[call.environment.scopes[3]].isReadOnly = true
        let heap = call.environment.heap
        #expect(call.failure(expression)?.kind == .thrown)
        #expect(call.environment.heap == heap)
        #expect(
            call.text("session.caller + caller.length + session.list.join() + Array.isArray(list)") == "555010071true")
        #expect(call.text("JSON.stringify(list) + Object.keys(session).length") == "[1]3")
    }
}
