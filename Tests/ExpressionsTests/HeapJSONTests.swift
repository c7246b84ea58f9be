import CallControl
import OrderedCollections
import Testing

@testable import Expressions

/// Values to JSON and back.
struct HeapJSONTests {
    /// The JSON of an expression's value.
    private func json(_ source: String) throws -> JSONValue {
        var world = World()
        world.declare("nothing", .object(world.environment.heap.allocate(HeapObject(.date(.nan)))))
        world.declare(
            "error", .object(world.environment.heap.allocate(HeapObject(.error, properties: ["message": .null]))))
        let value = try world.evaluate(source)
        return try world.environment.heap.json(of: value)
    }

    @Test(
        "as JSON.stringify has it",
        arguments: [
            ("undefined", .null), ("f", .null), ("NaN", .null), ("-Infinity", .null), ("null", .null),
            ("true", .bool(true)), ("1.5", .number(1.5)),
            ("'é'", .string("é")), ("[undefined, f, , NaN]", .array([.null, .null, .null, .null])),
            ("date", .string("1970-01-02T00:00:00.000Z")),
            ("nothing", .null), ("error", .object([])),
            ("{b: 1, a: undefined, 2: f, 1: 'x'}", .object([.init("1", .string("x")), .init("b", .number(1))])),
            ("o.q", .object([.init("deep", .string("x"))])), (#"'\uD83D'"#, .string("\u{FFFD}")),
        ] as [(String, JSONValue)])
    func stringify(source: String, expected: JSONValue) throws { #expect(try json(source) == expected) }

    @Test("what contains itself has no JSON; what appears twice has")
    func cycles() throws {
        var heap = Heap()
        let array = heap.allocate(HeapObject(.array))
        heap[array].elements = [.object(array)]
        #expect(throws: ScriptFailure.self) { try heap.json(of: .object(array)) }
        let shared = heap.makeArray([])
        let twice = heap.makeArray([shared, shared])
        #expect(try heap.json(of: twice) == .array([.array([]), .array([])]))
    }

    @Test("an explosion of aliases is refused")
    func explosion() {
        var heap = Heap()
        var value = heap.makeArray([])
        for _ in 0..<60 { value = heap.makeArray([value, value]) }
        #expect(throws: ScriptFailure(.limit, "The value is too large for JSON.")) { try heap.json(of: value) }
    }

    @Test("JSON becomes new objects, with the order of their members")
    func roundTrip() throws {
        let json = JSONValue.object([
            .init("z", .array([.number(1), .null, .bool(false)])), .init("a", .object([.init("", .string("x"))])),
            .init("m", .array([])),
        ])
        var heap = Heap()
        let value = heap.value(of: json)
        #expect(try heap.json(of: value) == json)
        #expect(heap.count == 4)
    }

    @Test("of members with one name the last counts")
    func duplicates() throws {
        var heap = Heap()
        let value = heap.value(of: .object([.init("a", .number(1)), .init("b", .null), .init("a", .number(2))]))
        #expect(heap.shown(value) == "{a: 2, b: null}")
    }

    @Test("JSON that is nested too deeply is cut off")
    func depth() {
        var json = JSONValue.string("core")
        for _ in 0..<600 { json = .array([json]) }
        var heap = Heap()
        _ = heap.value(of: json)
        #expect(heap.count == 500)
    }

    @Test(
        "dates",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_709_251_199_999, "2024-02-29T23:59:59.999Z"), (-62_198_755_200_000, "-000001-01-01T00:00:00.000Z"),
            (8.64e15, "+275760-09-13T00:00:00.000Z"), (-8.64e15, "-271821-04-20T00:00:00.000Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (8.64e15 + 1, nil), (.nan, nil), (.infinity, nil),
        ] as [(Double, String?)])
    func dates(time: Double, expected: String?) { #expect(ISODate.text(time) == expected) }
}
