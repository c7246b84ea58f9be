import OrderedCollections
import Testing

@testable import Expressions

/// Heaps that differ only in how objects are numbered are the same.
struct CanonicalHeapTests {
    /// A scope with an array in a cycle and a function, made after some rubbish.
    private func sample(rubbish: Int, x: Value = .number(.zero)) -> CanonicalHeap {
        var heap = Heap()
        for _ in 0..<rubbish { _ = heap.makeObject() }
        let array = heap.allocate(HeapObject(.array, elements: [x, nil]))
        let scope = heap.makeScope()
        let function = heap.allocate(HeapObject(.function(FunctionSource(text: "f", home: [scope]))))
        heap[array].elements.append(.object(scope))
        heap.declare("list", .object(array), in: scope)
        heap.declare("f", .object(function), in: scope)
        return heap.canonical(roots: [.null, .object(scope), .object(array)])
    }

    @Test("indices do not matter")
    func indices() {
        #expect(sample(rubbish: 0) == sample(rubbish: 5))
        #expect(Set([sample(rubbish: 0), sample(rubbish: 1), sample(rubbish: 2)]).count == 1)
    }

    @Test("values do matter")
    func values() { #expect(sample(rubbish: 0) != sample(rubbish: 0, x: .number(1))) }

    @Test("an alias is not a copy")
    func aliases() {
        var (shared, copied) = (Heap(), Heap())
        let object = shared.makeObject()
        let roots = [object, object]
        let copies = [copied.makeObject(), copied.makeObject()]
        #expect(shared.canonical(roots: roots) != copied.canonical(roots: copies))
    }

    @Test("the order of properties matters, because a script can see it")
    func order() {
        var heap = Heap()
        let first = heap.makeObject(["a": .null, "b": .null])
        let second = heap.makeObject(["b": .null, "a": .null])
        #expect(heap.canonical(roots: [first]) != heap.canonical(roots: [second]))
    }
}
