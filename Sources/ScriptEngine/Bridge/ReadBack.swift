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

    /// - Parameter home: the scopes that new functions belong to.
    init(_ shown: ShownObjects, home: [HeapReference], on machine: VirtualMachine) {
        self.shown = shown
        self.home = home
        self.machine = machine
    }

    /// Reads all objects that were shown, and what they refer to now.
    /// - Throws: `ScriptFailure` where a variable cannot hold what it refers to.
    mutating func readAll(_ heap: Heap) throws(ScriptFailure) {
        for scope in shown.reachable.scopes where scope.isShown {
            try readScope(scope, heap)
        }
        for (count, reference) in shown.reachable.objects.enumerated() {
            if count % 256 == 255 { machine.limiter.begin() }
            try read(reference, heap)
        }
        while created.count < met.count {
            if created.count % 256 == 255 { machine.limiter.begin() }
            variable = variables[created.count]
            let object = met[created.count]
            created.append(try description(of: object, isKnown: false).object(home: home, reading: &self))
        }
    }

    /// The result of the evaluation; its objects are read with the others.
    mutating func read(result: JSValueRef) throws(ScriptFailure) -> Value { try value(result) }

    /// Writes what has changed to the heap.
    /// - Returns: the result as the heap has it.
    func write(to heap: inout Heap, result: Value) -> Value {
        let references = created.map { _ in heap.allocate(HeapObject(.plain)) }
        func placed(_ value: Value) -> Value {
            guard case .object(let reference) = value, reference.index < 0 else { return value }
            return .object(references[-1 - reference.index])
        }
        func placed(_ object: HeapObject) -> HeapObject {
            var object = object
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

    private mutating func readScope(_ scope: ReachableObjects.Scope, _ heap: Heap) throws(ScriptFailure) {
        let old = heap[scope.reference]
        guard !old.isReadOnly, let object = shown.value(.object(scope.reference)) else { return }
        let found = try description(of: object, isKnown: true)
        var new = old
        var left = Set(scope.isWhole ? Array(old.properties.keys) : scope.names)
        for (name, raw) in found.members {
            left.remove(name)
            variable = name
            let value = try value(raw)
            if new.properties[name] != value { new.properties[name] = value }
        }
        left.remove("eval")
        for name in left { new.properties.removeValue(forKey: name) }
        if new != old { changed.append((scope.reference, new)) }
    }

    private mutating func read(_ reference: HeapReference, _ heap: Heap) throws(ScriptFailure) {
        let old = heap[reference]
        guard !old.isReadOnly, let object = shown.value(.object(reference)) else { return }
        variable = shown.reachable.variable(reaching: reference)
        var new = try description(of: object, isKnown: true).object(home: home, reading: &self)
        if case .function = old.kind { new.kind = old.kind }
        if new != old { changed.append((reference, new)) }
    }

    private func description(of object: JSObjectRef, isKnown: Bool) throws(ScriptFailure) -> ObjectDescription {
        let outcome = machine.call(
            machine.prelude.describe, [object, JSValueMakeBoolean(machine.context, isKnown)])
        guard case .value(let found) = outcome else {
            throw ScriptFailure(.limit, "The value of a variable cannot be read back within the limits.")
        }
        if JSValueIsString(machine.context, found) { throw unholdable(try machine.text(of: found).string) }
        return try ObjectDescription(found, on: machine)
    }

    private func unholdable(_ what: String) -> ScriptFailure {
        let holder = variable.map { "the variable '\($0)'" } ?? "a variable"
        return ScriptFailure(.unholdable, "TypeError: \(holder) cannot hold \(what)")
    }
}
