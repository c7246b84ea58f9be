import CJavaScriptCore
import Expressions
import OrderedCollections

/// Reads what an evaluation left in the objects that it was shown. Nothing is written to the heap before all has been
/// read.
struct ReadBack {
    private let machine: VirtualMachine
    private let shown: ShownObjects
    private let home: [HeapReference]
    /// New objects of the engine in the order in which they are met. Until they are on the heap they are referred to by
    /// -1, -2 and so on.
    private var met: [JSObjectRef] = []
    private var numbers: [JSObjectRef: Int] = [:]
    /// The variable by which each of them was met; nil for the result.
    private var variables: [ECMAString?] = []
    private var created: [HeapObject] = []
    private var changed: [(reference: HeapReference, object: HeapObject)] = []
    private var variable: ECMAString?
    /// The prototypes of objects that functions of scripts have made, by these functions.
    private var prototypes: OrderedDictionary<HeapReference, HeapReference> = [:]

    /// - Parameter home: the scopes that new functions belong to.
    init(_ shown: ShownObjects, home: [HeapReference], on machine: VirtualMachine) {
        self.shown = shown
        self.home = home
        self.machine = machine
    }

    /// Reads all objects that were shown, and what they refer to now.
    /// - Throws: `ScriptFailure` where a variable cannot hold what it refers to.
    mutating func readAll(_ heap: Heap) throws(ScriptFailure) {
        let scopes = shown.reachable.scopes.filter { $0.isShown && !heap[$0.reference].isReadOnly }
        let objects = shown.reachable.objects.filter { !heap[$0].isReadOnly }
        var known = DescriptionBatches(
            of: shown.objects(scopes.map(\.reference) + objects), areKnown: true, on: machine)
        defer { known.release() }
        for scope in scopes { try read(scope, description(from: &known), heap) }
        for reference in objects { try read(reference, description(from: &known), heap) }
        while created.count < met.count {
            var new = DescriptionBatches(of: Array(met[created.count...]), areKnown: false, on: machine)
            defer { new.release() }
            for _ in created.count..<met.count {
                variable = variables[created.count]
                created.append(try description(from: &new).object(home: home, reading: &self))
            }
        }
        keepPrototypes(heap)
    }

    /// A function keeps the prototype of what it has made, even one that a script never touched: what it makes in later
    /// evaluations inherits from the same object.
    mutating func keep(_ prototype: HeapReference, of function: HeapReference) { prototypes[function] = prototype }

    private mutating func keepPrototypes(_ heap: Heap) {
        for (function, prototype) in prototypes {
            let prototype = Value.object(prototype)
            if function.index < 0 {
                created[-1 - function.index].properties[Self.prototype] = prototype
            } else if let index = changed.firstIndex(where: { $0.reference == function }) {
                changed[index].object.properties[Self.prototype] = prototype
            } else if heap[function].properties[Self.prototype] != prototype {
                var object = heap[function]
                object.properties[Self.prototype] = prototype
                changed.append((function, object))
            }
        }
    }

    private static let prototype: ECMAString = "prototype"

    /// The result of the evaluation; its objects are read with the others.
    mutating func read(result: JSValueRef) throws(ScriptFailure) -> Value { try value(result) }

    /// Writes what has changed to the heap.
    /// - Returns: the result as the heap has it.
    func write(to heap: inout Heap, result: Value) -> Value {
        let references = created.map { _ in heap.allocate(HeapObject(.plain)) }
        func placed(_ reference: HeapReference) -> HeapReference {
            reference.index < 0 ? references[-1 - reference.index] : reference
        }
        func placed(_ value: Value) -> Value {
            if case .object(let reference) = value { .object(placed(reference)) } else { value }
        }
        func placed(_ object: HeapObject) -> HeapObject {
            var object = object
            if case .inheriting(let prototype) = object.kind { object.kind = .inheriting(from: placed(prototype)) }
            for index in object.elements.indices { object.elements[index] = object.elements[index].map(placed) }
            for index in object.properties.values.indices {
                object.properties.values[index] = placed(object.properties.values[index])
            }
            return object
        }
        for (reference, object) in zip(references, created) { heap[reference] = placed(object) }
        for (reference, object) in changed { heap[reference] = placed(object) }
        return placed(result)
    }

    /// A value of the engine.
    mutating func value(_ value: JSValueRef?) throws(ScriptFailure) -> Value {
        switch JSValueGetType(machine.context, value) {
        case kJSTypeUndefined: return .undefined
        case kJSTypeNull: return .null
        case kJSTypeBoolean: return .bool(JSValueToBoolean(machine.context, value))
        case kJSTypeNumber: return .number(JSValueToNumber(machine.context, value, nil))
        case kJSTypeString: return .string(try machine.text(of: value))
        case kJSTypeObject: return .object(reference(of: value))
        case kJSTypeSymbol: throw unholdable("a Symbol")
        default: throw unholdable("a BigInt")
        }
    }

    func isHole(_ value: JSValueRef?) -> Bool { value == machine.prelude.hole }

    private mutating func reference(of value: JSValueRef?) -> HeapReference {
        guard let object = value else { return HeapReference(index: .max) }
        if let known = shown.references[object] { return known }
        if let number = numbers[object] { return HeapReference(index: -1 - number) }
        numbers[object] = met.count
        JSValueProtect(machine.context, object)
        met.append(object)
        variables.append(variable)
        return HeapReference(index: -met.count)
    }

    /// Lets the engine drop what was met.
    func release() {
        for object in met { JSValueUnprotect(machine.context, object) }
    }

    private mutating func read(
        _ scope: ReachableObjects.Scope, _ found: ObjectDescription, _ heap: Heap
    ) throws(ScriptFailure) {
        var variables = heap[scope.reference]
        var isChanged = false
        var left = scope.isWhole ? Array(variables.properties.keys) : scope.names
        for (name, raw) in found.members {
            left.removeAll { $0 == name }
            variable = name
            let value = try value(raw)
            guard variables.properties[name] != value else { continue }
            variables.properties[name] = value
            isChanged = true
        }
        for name in left where name != ShownObjects.eval {
            variables.properties.removeValue(forKey: name)
            isChanged = true
        }
        if isChanged { changed.append((scope.reference, variables)) }
    }

    private mutating func read(
        _ reference: HeapReference, _ found: ObjectDescription, _ heap: Heap
    ) throws(ScriptFailure) {
        let old = heap[reference]
        var new = try found.object(home: home, reading: &self)
        if case .function = old.kind { new.kind = old.kind }
        if new != old { changed.append((reference, new)) }
    }

    private func description(
        from batches: inout DescriptionBatches
    ) throws(ScriptFailure) -> ObjectDescription {
        let found = try batches.next()
        if JSValueIsString(machine.context, found) { throw unholdable(try machine.text(of: found).string) }
        return try ObjectDescription(found, on: machine)
    }

    private func unholdable(_ what: String) -> ScriptFailure {
        let holder = variable.map { "the variable '\($0)'" } ?? "a variable"
        return ScriptFailure(.unholdable, "TypeError: \(holder) cannot hold \(what)")
    }
}
