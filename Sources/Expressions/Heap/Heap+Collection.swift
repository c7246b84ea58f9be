extension Heap {
    /// Drops every object that the roots do not reach. The heap that is left depends on the objects that stay only,
    /// not on those that went.
    public mutating func collect(roots: [Value]) {
        hasChanged = false
        let reached = reached(from: roots)
        guard reached != isTaken else { return }
        for index in slots.indices where isTaken[index] && !reached[index] { vacate(index) }
        while isTaken.last == false { dropLast() }
        free = slots.indices.reversed().filter { !isTaken[$0] }
    }

    /// Whether the roots reach each slot.
    private func reached(from roots: [Value]) -> [Bool] {
        var reached = [Bool](repeating: false, count: slots.count)
        var pending = roots.compactMap(\.reference)
        while let reference = pending.popLast() {
            guard holds(reference), !reached[reference.index] else { continue }
            reached[reference.index] = true
            slots[reference.index].forEachReference { pending.append($0) }
        }
        return reached
    }

    /// What the roots reach, with references numbered in the order in which they are met: equal for two heaps that
    /// differ in indices and unreachable objects only.
    public func canonical(roots: [Value]) -> CanonicalHeap {
        var numbers: [HeapReference: HeapReference] = [:]
        var met: [HeapReference] = []
        func number(_ reference: HeapReference) -> HeapReference {
            if let known = numbers[reference] { return known }
            let new = HeapReference(index: met.count)
            numbers[reference] = new
            met.append(reference)
            return new
        }
        let renumberedRoots = HeapObject(.array, elements: roots).mappingReferences(number).elements
        var objects: [HeapObject] = []
        while objects.count < met.count {
            objects.append(self[met[objects.count]].mappingReferences(number))
        }
        return CanonicalHeap(roots: renumberedRoots, objects: objects)
    }
}

/// Values and the objects that they reach, freed of how a heap numbered them.
public struct CanonicalHeap: Hashable, Sendable {
    let roots: [Value?]
    let objects: [HeapObject]
}
