import Expressions
import OrderedCollections

/// What an evaluation changed in the excerpt of a heap that it was given.
struct HeapChanges {
    struct ScopeChange {
        var reference: HeapReference
        var set: OrderedDictionary<ECMAString, Value> = [:]
        var removed: [ECMAString] = []
    }

    /// Scopes travel in part only, so that their variables are told one by one.
    var scopes: [ScopeChange] = []
    var objects: [(reference: HeapReference, object: HeapObject)] = []
    /// New objects, numbered after the others.
    var created: [HeapObject] = []

    init() {}

    /// - Parameter before: a heap without a free slot.
    init(from before: Heap, to after: Heap) {
        for index in 0..<before.count {
            let reference = HeapReference(index: index)
            let (old, new) = (before[reference], after[reference])
            guard old != new else { continue }
            if case .scope = old.kind {
                scopes.append(ScopeChange(reference, from: old, to: new))
            } else {
                objects.append((reference, new))
            }
        }
        created = (before.count..<after.count).map { after[HeapReference(index: $0)] }
    }
}

extension HeapChanges.ScopeChange {
    fileprivate init(_ reference: HeapReference, from old: HeapObject, to new: HeapObject) {
        self.reference = reference
        for (name, value) in new.properties where old.properties[name] != value { set[name] = value }
        removed = old.properties.keys.filter { new.properties[$0] == nil }
    }
}

extension HeapChanges {
    func write(to writer: inout HeapWriter) {
        writer.bytes.write(number: scopes.count)
        for change in scopes {
            writer.write(change.reference)
            writer.bytes.write(number: change.set.count)
            for (name, value) in change.set { writer.write(name, value) }
            writer.bytes.write(change.removed) { $0.write($1) }
        }
        writer.bytes.write(number: objects.count)
        for (reference, object) in objects {
            writer.write(reference)
            writer.write(object)
        }
        for object in created { writer.write(object) }
    }

    /// - Parameter known: how many objects the excerpt has.
    init(_ reader: inout HeapReader, known: Int) throws(BadMessage) {
        scopes = try reader.list { reader throws(BadMessage) in
            ScopeChange(
                reference: try reader.known(known), set: try reader.properties(),
                removed: try reader.bytes.list { reader throws(BadMessage) in try reader.ecmaString() })
        }
        objects = try reader.list { reader throws(BadMessage) in (try reader.known(known), try reader.object()) }
        for _ in known..<reader.objectCount { created.append(try reader.object()) }
    }
}

extension HeapReader {
    /// An object that was there before.
    fileprivate mutating func known(_ count: Int) throws(BadMessage) -> HeapReference {
        let reference = try reference()
        guard reference.index < count else { throw BadMessage() }
        return reference
    }
}
