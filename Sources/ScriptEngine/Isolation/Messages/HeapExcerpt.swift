import CallControl
import Expressions
import OrderedCollections

/// What an evaluation can reach of a call's heap: this alone travels to a process of the engine, numbered in its order.
struct HeapExcerpt {
    /// The objects by their numbers: the scopes are the first.
    private let references: [HeapReference]
    private let scopes: [ReachableObjects.Scope]
    private let numbers: [HeapReference: Int]

    init(_ reachable: ReachableObjects) {
        scopes = reachable.scopes
        references = reachable.scopes.map(\.reference) + reachable.objects
        numbers = Dictionary(uniqueKeysWithValues: references.enumerated().map { ($1, $0) })
    }

    /// How many objects it has.
    var count: Int { references.count }

    /// The documents of `<data>` in it.
    func trees(of heap: Heap) -> [DataTree] {
        references.dropFirst(scopes.count).compactMap { reference in
            if case .document(let tree) = heap[reference].kind { tree } else { nil }
        }
    }

    /// Writes it, with what else an evaluation sees.
    func write(_ environment: borrowing Environment, known: KnownTrees, to bytes: inout ByteWriter) {
        var writer = HeapWriter(
            number: { numbers[$0] ?? references.count }, tree: { known.number(of: $0) ?? known.trees.count })
        swap(&writer.bytes, &bytes)
        defer { swap(&writer.bytes, &bytes) }
        writer.bytes.write(number: count)
        for scope in scopes {
            writer.write(environment.heap[scope.reference], names: scope.isWhole ? nil : scope.names)
        }
        for reference in references.dropFirst(scopes.count) { writer.write(environment.heap[reference]) }
        writer.write(environment.scopes)
        writer.write(environment.this)
        writer.bytes.write(environment.random.state)
        writer.bytes.write(environment.now)
        writer.bytes.write(number: environment.zoneOffsetSeconds + Self.zoneBias)
    }

    /// An offset may be negative, a number is not.
    static let zoneBias = 1 << 30

    /// Makes the changes that an evaluation made to it.
    /// - Returns: the result as the heap has it.
    func apply(_ changes: HeapChanges, result: Value, to heap: inout Heap) -> Value {
        let created = changes.created.map { _ in heap.allocate(HeapObject(.plain)) }
        func placed(_ reference: HeapReference) -> HeapReference {
            reference.index < references.count
                ? references[reference.index] : created[reference.index - references.count]
        }
        func placed(_ value: Value) -> Value { value.reference.map { .object(placed($0)) } ?? value }
        for (reference, object) in zip(created, changes.created) {
            heap[reference] = object.mappingReferences(placed)
        }
        for change in changes.scopes {
            let reference = placed(change.reference)
            // What is read-only is not read back, whatever a process says.
            guard !heap[reference].isReadOnly else { continue }
            for name in change.removed { heap[reference].properties.removeValue(forKey: name) }
            for (name, value) in change.set { heap[reference].properties[name] = placed(value) }
        }
        for (reference, object) in changes.objects where !heap[placed(reference)].isReadOnly {
            heap[placed(reference)] = object.mappingReferences(placed)
        }
        return placed(result)
    }
}
