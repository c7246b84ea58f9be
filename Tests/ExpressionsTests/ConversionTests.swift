import OrderedCollections
import Testing

@testable import Expressions

/// What the interpreter asks of values: truth, text, number.
struct ConversionTests {
    @Test(
        "truth",
        arguments: [
            (.undefined, false), (.null, false), (.bool(false), false), (.bool(true), true), (.number(0), false),
            (.number(-0.0), false),
            (.number(.nan), false), (.number(-1), true), (.string(""), false), (.string("0"), true),
            (.object(HeapReference(index: 0)), true),
        ] as [(Value, Bool)])
    func truth(value: Value, expected: Bool) { #expect(World().environment.truth(of: value) == expected) }

    @Test(
        "text",
        arguments: [("1e21", "1e+21"), ("list", "1,two,4,"), ("o", "[object Object]"), ("n", "null"), ("-0", "0")])
    func text(source: String, expected: String) throws {
        var world = World()
        let value = try world.evaluate(source)
        #expect(try world.environment.text(of: value, with: world.engine).string == expected)
        #expect(world.engine.asked.isEmpty)
    }

    @Test("the engine is asked for the text of a date, which it sees as a variable of its own scope")
    func textOfDate() throws {
        var world = World()
        let date = try world.evaluate("date")
        #expect(try world.environment.text(of: date, with: world.engine) == "engine")
        #expect(world.engine.asked == ["`${value}`"])
        #expect(world.environment.scopes.count == 2)
        #expect(try world.environment.number(of: date, with: world.engine) == 86_400_000)
    }

    @Test("an array inside itself is empty text")
    func cycle() throws {
        var world = World()
        let list = try world.evaluate("list")
        try AssignmentTarget("list[2]", checker: world.engine).assign(list, in: &world.environment, with: world.engine)
        #expect(world.shown("'' + list") == "'1,two,,'")
    }
}
