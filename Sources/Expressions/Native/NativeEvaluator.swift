import OrderedCollections

/// Evaluates the everyday subset of ECMAScript over `Value`. It changes nothing but the random numbers drawn and new
/// objects, so that whatever turns out to need the script engine can be evaluated there from the start.
struct NativeEvaluator {
    /// Why an evaluation does not end with a value.
    enum Interruption: Error {
        case failed(ScriptFailure)
        /// The script engine has to do it.
        case needsEngine
    }

    /// The longest string, in code units.
    static let stringLimit = 1 << 24

    var environment: Environment
    /// The objects that this evaluation has made.
    private(set) var allocated: [HeapReference] = []
    /// How many arrays are being made into text inside one another.
    var joinedArrays: [HeapReference] = []

    init(_ environment: Environment) { self.environment = environment }

    /// Evaluates a tree in an environment, or leaves it as it was and gives nil where the engine is needed.
    static func evaluate(
        _ node: ExpressionNode, in environment: inout Environment
    ) throws(ScriptFailure) -> Value? {
        try attempt(in: &environment) { evaluator throws(Interruption) in try evaluator.value(of: node) }
    }

    /// Runs something in an environment, or leaves it as it was and gives nil where the engine is needed.
    static func attempt<Result>(
        in environment: inout Environment,
        _ body: (inout NativeEvaluator) throws(Interruption) -> Result
    ) throws(ScriptFailure) -> Result? {
        let random = environment.random
        // One owner of the heap at a time: a second would make each new object copy it.
        var evaluator = NativeEvaluator(Environment(heap: Heap(), scopes: []))
        swap(&evaluator.environment, &environment)
        defer { swap(&evaluator.environment, &environment) }
        do throws(Interruption) {
            return try body(&evaluator)
        } catch {
            switch error {
            case .failed(let failure): throw failure
            case .needsEngine:
                evaluator.environment.heap.discard(evaluator.allocated)
                evaluator.environment.random = random
                return nil
            }
        }
    }

    mutating func allocate(_ object: HeapObject) -> Value {
        let reference = environment.heap.allocate(object)
        allocated.append(reference)
        return .object(reference)
    }

    mutating func value(of node: ExpressionNode) throws(Interruption) -> Value {
        switch node {
        case .literal(let value): return value
        case .name(let name): return try variable(name)
        case .member(let object, let name):
            let owner = try value(of: object)
            return try member(name, of: owner, written: node)
        case .index(let object, let key):
            let owner = try value(of: object)
            return try member(value(of: key), of: owner, written: node)
        case .unary(let symbol, let operand): return try unary(symbol, operand)
        case .binary(let symbol, let left, let right):
            let first = try value(of: left)
            return try binary(symbol, first, value(of: right))
        case .and(let left, let right):
            let first = try value(of: left)
            return first.isTruthy ? try value(of: right) : first
        case .or(let left, let right):
            let first = try value(of: left)
            return first.isTruthy ? first : try value(of: right)
        case .conditional(let condition, let consequent, let alternative):
            return try value(of: value(of: condition).isTruthy ? consequent : alternative)
        case .array(let nodes): return try array(nodes)
        case .object(let members): return try object(members)
        case .constant(let constant):
            try requireGlobal(constant.globalName)
            return .number(constant.value)
        case .call(let function, let arguments):
            try requireGlobal(function.globalName)
            return try call(function, values(of: arguments))
        case .callMethod(let receiver, let method, let arguments):
            return try callMethod(receiver, method, arguments, written: node)
        }
    }

    mutating func values(of nodes: [ExpressionNode]) throws(Interruption) -> [Value] {
        var values: [Value] = []
        for node in nodes { values.append(try value(of: node)) }
        return values
    }

    private mutating func array(_ nodes: [ExpressionNode?]) throws(Interruption) -> Value {
        var elements: [Value?] = []
        for node in nodes {
            if let node { elements.append(try value(of: node)) } else { elements.append(nil) }
        }
        return allocate(HeapObject(.array, elements: elements))
    }

    private mutating func object(_ members: [ExpressionNode.ObjectMember]) throws(Interruption) -> Value {
        var properties: OrderedDictionary<ECMAString, Value> = [:]
        for member in members { properties[member.name] = try value(of: member.value) }
        return allocate(HeapObject(.plain, properties: properties))
    }
}
