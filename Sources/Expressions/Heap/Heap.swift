public import OrderedCollections

/// All objects of one call: equal where the objects are. A reference that names no object reads as an empty one and takes
/// no writes.
public struct Heap: Hashable, Sendable {
    /// The objects; a slot that is not taken has an empty one. (Not an optional: to look at one would copy it.)
    var slots: [HeapObject] = []
    /// Whether each slot is taken.
    var isTaken: [Bool] = []
    /// The slots that are not, in the order opposite to that of their use.
    var free: [Int] = []
    /// Whether an object has been added or changed since the last collection: else nothing can have become unreachable.
    public internal(set) var hasChanged = false

    public init() {}

    public static func == (left: Self, right: Self) -> Bool {
        left.slots == right.slots && left.isTaken == right.isTaken && left.free == right.free
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(slots)
        hasher.combine(free)
    }

    public subscript(reference: HeapReference) -> HeapObject {
        _read {
            if holds(reference) { yield slots[reference.index] } else { yield HeapObject(.plain) }
        }
        _modify {
            if holds(reference) {
                hasChanged = true
                yield &slots[reference.index]
            } else {
                var nothing = HeapObject(.plain)
                yield &nothing
            }
        }
    }

    /// The number of objects.
    public var count: Int { slots.count - free.count }

    /// Whether the reference names an object.
    public func holds(_ reference: HeapReference) -> Bool {
        isTaken.indices.contains(reference.index) && isTaken[reference.index]
    }

    /// Puts a new object on the heap.
    public mutating func allocate(_ object: HeapObject) -> HeapReference {
        hasChanged = true
        if let index = free.popLast() {
            slots[index] = object
            isTaken[index] = true
            return HeapReference(index: index)
        }
        slots.append(object)
        isTaken.append(true)
        return HeapReference(index: slots.count - 1)
    }

    /// Takes back the latest allocations, given in their order, which nothing refers to.
    mutating func discard(_ references: [HeapReference]) {
        for reference in references.reversed() where holds(reference) {
            vacate(reference.index)
            if reference.index == slots.count - 1 { dropLast() } else { free.append(reference.index) }
        }
    }

    /// Empties a slot.
    mutating func vacate(_ index: Int) {
        slots[index] = HeapObject(.plain)
        isTaken[index] = false
    }

    mutating func dropLast() {
        slots.removeLast()
        isTaken.removeLast()
    }

    /// A new array of these elements.
    public mutating func makeArray(_ elements: [Value]) -> Value {
        .object(allocate(HeapObject(.array, elements: elements)))
    }

    /// A new plain object with these properties.
    public mutating func makeObject(_ properties: OrderedDictionary<ECMAString, Value> = [:]) -> Value {
        .object(allocate(HeapObject(.plain, properties: properties)))
    }

    /// A new, empty scope.
    public mutating func makeScope(isReadOnly: Bool = false) -> HeapReference {
        allocate(HeapObject(.scope, isReadOnly: isReadOnly))
    }

    /// The own property of that name; nil where there is none. An array has its `length` and its elements.
    public func get(name: ECMAString, of reference: HeapReference) -> Value? {
        holds(reference) ? slots[reference.index].get(name) : nil
    }

    /// Sets an own property. A scope takes no new names so: `declare` does that.
    /// - Throws: `ScriptFailure` where the object is read-only, a scope without that name, or cannot hold it.
    public mutating func set(name: ECMAString, to value: Value, of reference: HeapReference)
        throws(ScriptFailure)
    {
        guard holds(reference) else { return }
        if case .scope = self[reference].kind, self[reference].properties[name] == nil {
            throw .undeclared(name)
        }
        try self[reference].set(name, to: value)
    }
}

extension Heap: Codable {
    private enum Key: String, CodingKey {
        case objects, free
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let objects = try container.decode([HeapObject?].self, forKey: .objects)
        slots = objects.map { $0 ?? HeapObject(.plain) }
        isTaken = objects.map { $0 != nil }
        var isFree = isTaken.map { !$0 }
        // Text from outside may list a slot that is taken, or one twice.
        for index in try container.decodeIfPresent([Int].self, forKey: .free) ?? []
        where slots.indices.contains(index) && isFree[index] {
            isFree[index] = false
            free.append(index)
        }
        free.insert(contentsOf: slots.indices.reversed().filter { isFree[$0] }, at: 0)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(zip(slots, isTaken).map { $1 ? $0 : nil as HeapObject? }, forKey: .objects)
        if !free.isEmpty { try container.encode(free, forKey: .free) }
    }
}
