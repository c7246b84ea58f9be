import CJavaScriptCore
import Expressions
import OrderedCollections

/// The objects of the heap as the engine sees them during one evaluation: each is one object there.
struct ShownObjects {
    /// A variable of this name would hide the function that texts call, so it is not shown.
    static let eval: ECMAString = "eval"

    let reachable: ReachableObjects
    /// Which object of the heap an object of the engine stands for.
    private(set) var references: [JSObjectRef: HeapReference] = [:]
    let machine: VirtualMachine
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
            try add(scope.reference, .value(makeScope()), of: environment.heap)
        }
        // What is part of a document is made from it.
        for reference in reachable.objects where environment.heap[reference].isDocument {
            try add(reference, make(reference, of: environment.heap), of: environment.heap)
        }
        for reference in reachable.objects where !environment.heap[reference].isDocument {
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
        let count = reachable.scopeCount(home, for: text)
        return machine.call(try text.function(scopeCount: count), chain(home, for: text))
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

    /// What a script sees of an object; nil where the value is none, or is not shown.
    func object(_ value: Value) -> JSObjectRef? { value.reference.flatMap { shown[$0] } }

    /// What scripts see of objects that are shown.
    func objects(_ references: [HeapReference]) -> [JSObjectRef] { references.compactMap { shown[$0] } }

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
        var seen = object
        if heap[reference].isReadOnly, !heap[reference].isData,
            case .value(let proxy) = machine.call(machine.prelude.makeReadOnly, [object])
        {
            JSValueProtect(machine.context, proxy)
            seen = proxy
        }
        shown[reference] = seen
        references[seen] = reference
    }
}

extension HeapObject {
    fileprivate var isDocument: Bool { if case .document = kind { true } else { false } }

    /// Whether it is a document or part of one: nothing of that can be changed anyway.
    fileprivate var isData: Bool { if case .node = kind { true } else { isDocument } }
}
