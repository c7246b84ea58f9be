import CJavaScriptCore
import Expressions
import OrderedCollections

/// The objects of the heap as the engine sees them during one evaluation: each is one object there.
struct ShownObjects {
    let reachable: ReachableObjects
    /// Which object of the heap an object of the engine stands for.
    private(set) var references: [JSObjectRef: HeapReference] = [:]
    private let machine: VirtualMachine
    /// What scripts see: a proxy where the object is read-only, else the object itself.
    private var shown: [HeapReference: JSObjectRef] = [:]
    private var made: [(reference: HeapReference, object: JSObjectRef)] = []

    init(_ reachable: ReachableObjects, on machine: VirtualMachine) {
        self.reachable = reachable
        self.machine = machine
    }

    /// Makes the objects and gives them their properties.
    /// - Parameter hidden: variables of the nearest scope that are not shown, because the program declares them anew.
    mutating func show(
        _ environment: borrowing Environment, hiding hidden: [ECMAString] = []
    ) throws(ScriptFailure) {
        for scope in reachable.scopes where scope.isShown {
            try add(scope.reference, machine.call(machine.prelude.makeScope), of: environment.heap)
        }
        for reference in reachable.objects {
            try add(reference, make(reference, of: environment.heap), of: environment.heap)
        }
        let scopes = reachable.scopes.filter(\.isShown)
        for (index, scope) in scopes.enumerated() {
            let variables = environment.heap[scope.reference].properties
            let hidden = scope.reference == environment.scopes.first ? hidden : []
            if scope.isWhole {
                for (name, value) in variables where !hidden.contains(name) && name != Self.eval {
                    set(name, value, of: made[index].object)
                }
            } else {
                for name in scope.names { if let value = variables[name] { set(name, value, of: made[index].object) } }
            }
        }
        for (reference, object) in made.dropFirst(scopes.count) { fill(object, from: environment.heap[reference]) }
    }

    /// Lets the engine drop the objects.
    func release() {
        for (reference, object) in made {
            JSValueUnprotect(machine.context, object)
            if let seen = shown[reference], seen != object { JSValueUnprotect(machine.context, seen) }
        }
    }

    /// A function that sees the scopes of its home.
    func function(_ text: ScriptText, home: [HeapReference]) throws(ScriptFailure) -> Outcome {
        let scopes = chain(home, for: text)
        return machine.call(try text.function(scopeCount: scopes.count), scopes)
    }

    /// The scopes of a chain as a compiled text takes them.
    func chain(_ scopes: [HeapReference], for text: ScriptText) -> [JSValueRef?] {
        reachable.shown(of: scopes).map { shown[$0] } + (text.needsEval ? [machine.prelude.evalScope] : [])
    }

    /// What a script sees of a value.
    func value(_ value: Value) -> JSValueRef? {
        switch value {
        case .undefined: JSValueMakeUndefined(machine.context)
        case .null: JSValueMakeNull(machine.context)
        case .bool(let value): JSValueMakeBoolean(machine.context, value)
        case .number(let value): JSValueMakeNumber(machine.context, value)
        case .string(let text): text.withEngineString { JSValueMakeString(machine.context, $0) }
        case .object(let reference): shown[reference] ?? JSValueMakeUndefined(machine.context)
        }
    }

    /// Declares a variable of a scope that is shown.
    func declare(_ name: ECMAString, in scope: HeapReference) {
        guard let object = shown[scope] else { return }
        set(name, .undefined, of: object)
    }

    private mutating func add(
        _ reference: HeapReference, _ outcome: Outcome, of heap: Heap
    ) throws(ScriptFailure) {
        guard case .value(let object) = outcome else {
            throw ScriptFailure(.thrown, "TypeError: an object of a variable cannot be made again")
        }
        JSValueProtect(machine.context, object)
        made.append((reference, object))
        shown[reference] = object
        if heap[reference].isReadOnly,
            let proxy = machine.call(machine.prelude.makeReadOnly, [object]).value
        {
            JSValueProtect(machine.context, proxy)
            shown[reference] = proxy
        }
        if let seen = shown[reference] { references[seen] = reference }
    }

    private func make(_ reference: HeapReference, of heap: Heap) throws(ScriptFailure) -> Outcome {
        let object = heap[reference]
        var exception: JSValueRef?
        let made: JSObjectRef?
        switch object.kind {
        case .plain, .scope: made = JSObjectMake(machine.context, nil, nil)
        case .array: made = JSObjectMakeArray(machine.context, 0, nil, &exception)
        case .date(let time):
            made = JSObjectMakeDate(machine.context, 1, [JSValueMakeNumber(machine.context, time)], &exception)
        case .regularExpression(let pattern, let flags):
            made = JSObjectMakeRegExp(machine.context, 2, [value(.string(pattern)), value(.string(flags))], &exception)
        case .error:
            let message = object.properties[Self.message] ?? .undefined
            return machine.call(
                machine.prelude.makeError, [value(object.properties[Self.name] ?? .undefined), value(message)])
        case .function(let source):
            return try function(machine.texts.function(source.text), home: source.home)
        }
        guard let made, exception == nil else { return .thrown(JSValueMakeUndefined(machine.context)) }
        return .value(made)
    }

    private func fill(_ made: JSObjectRef, from object: HeapObject) {
        for (index, element) in object.elements.enumerated() {
            guard let element else { continue }
            JSObjectSetPropertyAtIndex(machine.context, made, UInt32(index), value(element), nil)
        }
        if case .array = object.kind, object.elements.last == .some(nil) {
            set(Self.length, .number(Double(object.elements.count)), of: made)
        }
        for (name, value) in object.properties {
            switch object.kind {
            case .error where name == Self.name || name == Self.message: break
            case .function where name == Self.prototype:
                _ = machine.call(machine.prelude.setPrototype, [made, self.value(value)])
            case .plain, .array, .function, .date, .regularExpression, .error, .scope: set(name, value, of: made)
            }
        }
    }

    private func set(_ name: ECMAString, _ value: Value, of object: JSObjectRef) {
        // Assigning this name would not make a property.
        if name == Self.proto {
            _ = machine.call(machine.prelude.defineOwn, [object, self.value(.string(name)), self.value(value)])
        } else {
            JSObjectSetProperty(machine.context, object, machine.names[name], self.value(value), 0, nil)
        }
    }

    private static let eval: ECMAString = "eval"
    private static let length: ECMAString = "length"
    private static let message: ECMAString = "message"
    private static let name: ECMAString = "name"
    private static let prototype: ECMAString = "prototype"
    private static let proto: ECMAString = "__proto__"
}
