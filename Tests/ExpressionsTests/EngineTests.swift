import OrderedCollections
import Testing

@testable import Expressions

/// What goes to the script engine, and what is refused.
struct EngineTests {
    @Test(
        "beyond the everyday subset",
        arguments: [
            "a = 1", "a += 1", "a++", "--a", "new Date()", "function () {}", "() => 1", "x => x", "/x/.test(s)", "`t`",
            "this.x", "[...list]",
            "{...o}", "{get x() { return 1 }}", "{[a]: 1}", "{f() {}}", "{__proto__: o}", "a, b", "a ?? b", "a?.b",
            "o instanceof Object",
            "delete o.p", "f()", "o.q()", "list.push(1)", "Math.sin(1)", "JSON.stringify(o)", "s.match('x')", "(1, 2)",
            "1n", "010", "1_000",
            "'\\1'", "'\\08'", "a<!--b", "-a ** 2", "let", "arguments", "eval('1')", "yield", "await", "\\u0061",
            "0x20000000000000001",
            "a['trim']()", "'a' 'b'", "class {}", "3in o", "a b", "(", "a +", "'open", "1x", "", "{a: 1", "[1",
            "/* open", "a ? b", "u.",
            "if", "typeof", "(function(){})()", "s.toUpperCase``",
        ])
    func engine(source: String) {
        let engine = EngineStub()
        if case .native = Expression(source, checker: engine).form { Issue.record("native: \(source)") }
        engine.problem = "no"
        if case .invalid = Expression(source, checker: engine).form {} else { Issue.record("not refused: \(source)") }
    }

    @Test(
        "text without an expression is invalid, whatever the engine thinks",
        arguments: ["", " \n ", "/* only */", "// only"])
    func blank(source: String) throws {
        var world = World()
        guard case .invalid(let message) = Expression(source, checker: world.engine).form else {
            Issue.record("not invalid")
            return
        }
        #expect(throws: ScriptFailure(.syntax, message)) { try world.evaluate(source) }
    }

    @Test(
        "a variable that shadows a global is the engine's",
        arguments: [
            ("Math", "Math.floor(1.5)"), ("Math", "Math.PI"), ("parseInt", "parseInt('7')"), ("String", "String(1)"),
            ("Array", "Array.isArray(list)"),
        ] as [(ECMAString, String)])
    func shadowed(name: ECMAString, source: String) throws {
        var world = World()
        expectNative(source, world.shown(source))
        world.declare(name, .null)
        #expect(try world.evaluate(source) == .string("engine"))
        #expect(world.engine.asked == [source])
    }

    @Test("a variable may take the name of a global value")
    func shadowedValue() throws {
        var world = World()
        world.declare("NaN", .number(1))
        #expect(try world.evaluate("NaN + 1") == .number(2))
    }

    @Test(
        "what a value inherits, or has of its own, is the engine's",
        arguments: [
            "Math", "typeof JSON", "toString", "o.toString", "list.map", "s.length + s.anchor", "a.toFixed",
            "far.constructor", "f.name",
            "date.x", "'' + date", "'' + f", "far + ''", "o.trim()", "a.trim()", "t.toFixed()", "list.trim()",
            "date.toString()", "a.toString(2)",
            "a.toFixed(101)", "a.toFixed(-1)", "s.repeat(-1)", "s.split(o)", "s.replace(list, 'x')",
            "s.replace('x', o)", "s.startsWith(list)",
            "'Ω'.toLowerCase()", "'\\u0131'.toUpperCase()", "'toString' in o", "o.hasOwnProperty", "own + ''",
            "own == 1", "+own", "own.toString()",
            "'x'[own]", "String(own)", "[own].join()", "parseInt('zzzzzzzzzzzz', 36)", "joined + ''", "joined.join()",
            "'x' in f",
        ])
    func inherited(source: String) throws {
        var world = World()
        world.declare("own", world.environment.heap.makeObject(["toString": try world.evaluate("f")]))
        let array = HeapObject(.array, properties: ["join": .null])
        world.declare("joined", .object(world.environment.heap.allocate(array)))
        let before = world.environment.heap
        #expect(try world.evaluate(source) == .string("engine"))
        #expect(world.engine.asked == [source])
        #expect(world.environment.heap == before)
    }

    @Test("nothing has happened before the engine begins")
    func noTrace() throws {
        var world = World()
        world.environment.heap.discard([world.environment.heap.makeScope()])
        let before = world.environment
        #expect(
            try world.evaluate("[Math.random(), {x: [1]}, Math.random(), 'ab'.split(''), f + '']") == .string("engine"))
        #expect(world.environment.random == before.random)
        #expect(world.environment.heap == before.heap)
    }

    @Test("a failure keeps the random numbers that were drawn")
    func failureKeepsRandom() {
        var world = World()
        let before = world.environment
        #expect(world.shown("[Math.random(), missing]").hasPrefix("thrown ReferenceError"))
        #expect(world.environment.random != before.random)
        #expect(world.shown("a") == "7")
    }

    @Test(
        "nesting beyond the limit goes to the engine",
        arguments: [
            String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000),
            String(repeating: "!", count: 5000) + "1",
            String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000),
            Array(repeating: "a", count: 5000).joined(separator: "+"),
            "a" + String(repeating: ".x", count: 5000), "a" + String(repeating: "[0]", count: 5000),
            Array(repeating: "a", count: 5000).joined(separator: "**"),
            String(repeating: "a?b:", count: 5000) + "c",
            String(repeating: "{x:", count: 5000) + "1" + String(repeating: "}", count: 5000),
            String(repeating: "String(", count: 5000) + String(repeating: ")", count: 5000),
            "s" + String(repeating: ".trim()", count: 5000),
        ])
    func depth(source: String) { #expect(Expression(source, checker: EngineStub()).form == .script) }

    @Test("nesting within the limit is native")
    func shallow() {
        expectNative(String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90), "1")
        expectNative(Array(repeating: "1", count: 190).joined(separator: "+"), "190")
    }

    @Test("the variables that an expression reads")
    func freeNames() {
        let source = "a.x + b[c] * Math.max(d, typeof e) && {f: g, h}.i || [j, s.split(k)] ? -l : undefined"
        let expected: Set = ["a", "b", "c", "d", "e", "g", "h", "j", "s", "k", "l", "undefined"]
        #expect(Expression(source, checker: EngineStub()).freeNames == expected)
        #expect(Expression("a = b", checker: EngineStub()).freeNames.isEmpty)
    }
}
