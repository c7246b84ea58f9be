import OrderedCollections
import Testing

@testable import Expressions

/// Variables of a chain of scopes.
struct ScopeTests {
    @Test("a name is found in the nearest scope that declares it")
    func lookup() {
        var heap = Heap()
        let (near, far) = (heap.makeScope(), heap.makeScope())
        heap.declare("x", .number(1), in: far)
        #expect(heap.lookup("x", in: [near, far]) == .number(1))
        heap.declare("x", .undefined, in: near)
        #expect(heap.lookup("x", in: [near, far]) == .undefined)
        #expect(heap.scope(declaring: "x", in: [near, far]) == near)
        #expect(heap.lookup("y", in: [near, far]) == nil)
        #expect(heap.lookup("x", in: []) == nil)
    }

    @Test("an assignment changes the scope that declares the name")
    func assignment() throws {
        var heap = Heap()
        let (near, far) = (heap.makeScope(), heap.makeScope())
        heap.declare("x", .number(1), in: far)
        try heap.assign("x", .number(2), in: [near, far])
        #expect(heap.lookup("x", in: [far]) == .number(2))
        #expect(heap.lookup("x", in: [near]) == nil)
    }

    @Test("an undeclared name cannot be assigned to, nor a read-only scope")
    func refused() {
        var heap = Heap()
        let scope = heap.makeScope()
        let session = heap.makeScope(isReadOnly: true)
        heap.declare("id", .number(1), in: session)
        #expect(throws: ScriptFailure(.thrown, "ReferenceError: Can't find variable: x")) {
            try heap.assign("x", .null, in: [scope])
        }
        #expect(throws: ScriptFailure.readOnly("id")) { try heap.assign("id", .null, in: [scope, session]) }
        #expect(throws: ScriptFailure.readOnly("id")) { try heap.set(name: "id", to: .null, of: session) }
        #expect(throws: ScriptFailure.undeclared("x")) { try heap.set(name: "x", to: .null, of: scope) }
        #expect(heap.lookup("id", in: [session]) == .number(1))
    }
}
