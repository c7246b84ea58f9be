import Foundation
import OrderedCollections
import Testing

@testable import Expressions

/// A heap is encoded and decoded with nothing lost.
struct HeapCodingTests {
    static let values: [Value] = [
        .undefined, .null, .bool(true), .bool(false), .number(0), .number(-0.0), .number(1.5e300), .number(5e-7),
        .number(.infinity),
        .number(-.infinity), .string(""), .string("undefined"), .string("#1"), .string("\u{301}x"), .string("'é\u{0}😀"),
        .string(ECMAString(units: [0xD83D, 0x61])), .object(HeapReference(index: 3)),
    ]

    @Test("every value", arguments: values)
    func value(value: Value) throws {
        let decoded = try JSONDecoder().decode([Value].self, from: JSONEncoder().encode([value]))
        #expect(decoded == [value])
        if case .number(let number) = value, case .number(let other) = decoded[0] { #expect(number.sign == other.sign) }
    }

    @Test("NaN")
    func nan() throws {
        guard case .number(let number)? = Value(encoded: Value.number(.nan).encoded) else {
            throw CocoaError(.coderInvalidValue)
        }
        #expect(number.isNaN)
    }

    @Test(
        "text that is no value",
        arguments: ["", "x", "#", "#x", "\\", "\\12", "\\zzzz", "\\D83", "true1", "--1", "undefinedd"])
    func notAValue(text: String) {
        let isBlankUnits = text == "\\"
        #expect((Value(encoded: text) == nil) != isBlankUnits)
    }

    @Test("every kind of object, cycles, holes and free slots")
    func heap() throws {
        var heap = Heap()
        let scope = heap.makeScope(isReadOnly: true)
        let gone = heap.makeScope()
        let kinds: [HeapObject.Kind] = [
            .plain, .array, .function(FunctionSource(text: "function () {}", home: [scope])), .date(1.5),
            .date(.infinity),
            .regularExpression(pattern: "a/b", flags: "gi"), .error, .scope, .inheriting(from: scope),
            .wrapper(.string("s")), .wrapper(.bool(false)),
        ]
        for kind in kinds {
            let object = HeapObject(
                kind, properties: ["z": .number(1), "a": .object(scope)], elements: kind == .array ? [nil, .null] : [])
            heap.declare(ECMAString("v\(heap.count)"), .object(heap.allocate(object)), in: scope)
        }
        heap.discard([gone])
        var decoded = try JSONDecoder().decode(Heap.self, from: JSONEncoder().encode(heap))
        #expect(decoded == heap)
        #expect(decoded.allocate(HeapObject(.plain)) == gone)
    }

    @Test("encoded twice is encoded alike")
    func deterministic() throws {
        let heap = World().environment.heap
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(heap) == encoder.encode(World().environment.heap))
    }

    @Test("a free list that lies is put right, and references to nothing do not trap")
    func hostile() throws {
        let text = ##"""
            {"objects": [{"kind": "scope", "properties": ["x", "#9", "y", "#-1"]}, null, null], "free": [0, 2, 2, -1, 99]}
            """##
        var heap = try JSONDecoder().decode(Heap.self, from: Data(text.utf8))
        let scope = HeapReference(index: 0)
        #expect(heap.count == 1 && heap[scope].kind == .scope)
        var world = World()
        world.environment = Environment(heap: heap, scopes: [scope, HeapReference(index: 77)])
        #expect(
            world.shown("[x.a, typeof y, '' + x, x == y, 'q' in x]")
                == "[undefined, 'object', '[object Object]', false, false]")
        let target = AssignmentTarget("x.a", checker: world.engine)
        try target.assign(.null, in: &world.environment, with: world.engine)
        _ = heap.canonical(roots: [.object(scope)])
        let made = [heap.makeScope(), heap.makeScope(), heap.makeScope()]
        #expect(made.map(\.index) == [2, 1, 3] as [Int])
        heap.collect(roots: [.object(scope)])
        #expect(heap.count == 1)
    }
}
