import Foundation
import OrderedCollections
import Testing

@testable import Expressions

/// Objects: identity, properties, arrays, collection.
struct HeapTests {
    @Test("a reference to nothing reads as an empty object and takes no writes")
    func dangling() throws {
        var heap = Heap()
        for index in [-1, 0, 7, Int.max, Int.min] {
            let reference = HeapReference(index: index)
            heap[reference].properties["x"] = .null
            try heap.set(name: "x", to: .null, of: reference)
            heap.declare("x", .null, in: reference)
            #expect(heap[reference] == HeapObject(.plain) && heap.get(name: "x", of: reference) == nil)
            #expect(heap.lookup("x", in: [reference]) == nil)
        }
        #expect(heap == Heap() && heap.count == 0)
    }

    @Test("integer names come first and ascend, the others stay in the order in which they were added")
    func order() {
        let names: [ECMAString] = ["b", "10", "a", "9", "-1", "01", "4294967295", "0"]
        var object = HeapObject(.plain)
        for name in names { object.properties[name] = .null }
        #expect(object.orderedNames == ["0", "9", "10", "b", "a", "-1", "01", "4294967295"])
        object = HeapObject(.array, properties: ["x": .null], elements: [.null, nil, .null])
        #expect(object.orderedNames == ["0", "2", "x"])
    }

    @Test("the length of an array follows its elements, and they follow it")
    func arrayLength() throws {
        var array = HeapObject(.array, elements: [.number(1), .number(2)])
        try array.set("4", to: .null)
        #expect(array.elements == [.number(1), .number(2), nil, nil, .null])
        #expect(array.get("length") == .number(5) && array.get("2") == nil && array.get("9") == nil)
        try array.set("length", to: .number(1))
        #expect(array.elements == [.number(1)])
        try array.set("length", to: .number(2))
        #expect(array.elements == [.number(1), nil])
        try array.set("01", to: .bool(true))
        #expect(array.properties == ["01": .bool(true)])
        for wrong in [Value.number(-1), .number(1.5), .number(.nan), .number(0x1p32), .string("x")] {
            #expect(throws: ScriptFailure(.thrown, "RangeError: Invalid array length")) {
                try array.set("length", to: wrong)
            }
        }
        #expect(throws: ScriptFailure.self) { try array.set("length", to: .number(4e9)) }
        #expect(throws: ScriptFailure.self) { try array.set("4294967294", to: .null) }
        #expect(array.elements == [.number(1), nil])
    }

    @Test("a read-only object takes no writes")
    func readOnly() {
        var array = HeapObject(.array, elements: [.null], isReadOnly: true)
        for name in ["0", "length", "x"] as [ECMAString] {
            #expect(throws: ScriptFailure.readOnly(name)) { try array.set(name, to: .number(0)) }
        }
    }

    @Test("collection drops what the roots do not reach, cycles included, and keeps the rest where it is")
    func collection() throws {
        var heap = Heap()
        let scope = heap.makeScope()
        let lost = heap.allocate(HeapObject(.plain))
        heap[lost].properties["self"] = .object(lost)
        let home = heap.makeScope()
        let function = heap.allocate(HeapObject(.function(FunctionSource(text: "f", home: [home]))))
        let cycle = heap.allocate(HeapObject(.array, elements: [.object(function), nil]))
        heap[cycle].elements.append(.object(cycle))
        heap.declare("x", .object(cycle), in: scope)
        _ = heap.makeArray([])
        heap.collect(roots: [.object(scope), .null, .object(HeapReference(index: 99))])
        #expect(heap.count == 4 && !heap.holds(lost) && heap.holds(home))
        #expect(heap[cycle].elements == [.object(function), nil, .object(cycle)])
        #expect(heap.allocate(HeapObject(.plain)) == lost)
        heap.collect(roots: [])
        #expect(heap == Heap())
    }

    @Test("after a collection a heap is what its living objects make it")
    func collectionIsCanonical() {
        var (first, second) = (Heap(), Heap())
        let roots = [first.makeObject(), second.makeObject()]
        for _ in 0..<5 { _ = second.makeObject() }
        let late = second.makeObject()
        _ = first.makeObject()
        for _ in 0..<5 { _ = first.makeObject() }
        first.collect(roots: [roots[0], late])
        second.collect(roots: [roots[1], late])
        #expect(first == second)
        #expect(first.makeObject() == .object(HeapReference(index: 1)))
    }

    @Test("a long chain of objects does not exhaust the stack")
    func longChain() throws {
        var heap = Heap()
        var value = Value.null
        for _ in 0..<100_000 { value = heap.makeArray([value]) }
        #expect(heap.canonical(roots: [value]) == heap.canonical(roots: [value]))
        #expect(throws: ScriptFailure(.limit, "The value is too deep for JSON.")) { try heap.json(of: value) }
        heap.collect(roots: [value])
        #expect(heap.count == 100_000)
        var world = World()
        world.environment.heap = heap
        let scope = world.environment.heap.makeScope()
        world.environment.scopes = [scope]
        world.declare("deep", value)
        #expect(try world.evaluate("'' + deep") == .string("engine"))
    }
}
