/// Variables and members.
extension NativeEvaluator {
    /// The value of a variable or of the globals that are values.
    func variable(_ name: ECMAString) throws(Interruption) -> Value {
        if let value = try declared(name) { return value }
        throw .failed(.undeclared(name))
    }

    /// Nil where no scope and no global has the name.
    func declared(_ name: ECMAString) throws(Interruption) -> Value? {
        if let value = environment.heap.lookup(name, in: environment.scopes) { return value }
        if name == Self.undefinedName { return .undefined }
        if name == Self.nan { return .number(.nan) }
        if name == Self.infinity { return .number(.infinity) }
        if EngineNames.isGlobal(name) { throw .needsEngine }
        return nil
    }

    /// A standard function is what it is unless a variable has its name.
    func requireGlobal(_ name: ECMAString) throws(Interruption) {
        if environment.heap.scope(declaring: name, in: environment.scopes) != nil { throw .needsEngine }
    }

    /// `owner[key]`
    mutating func member(
        _ key: Value, of owner: Value, written node: ExpressionNode
    ) throws(Interruption) -> Value {
        if case .number(let number) = key, case .object(let reference) = owner, let index = Int(exactly: number) {
            let object = environment.heap[reference]
            if case .array = object.kind, object.elements.indices.contains(index), let element = object.elements[index]
            {
                return element
            }
        }
        try requireObject(owner, written: node)
        return try member(propertyName(key), of: owner, written: node)
    }

    /// `owner.name`
    func member(_ name: ECMAString, of owner: Value, written node: ExpressionNode) throws(Interruption) -> Value {
        switch owner {
        case .undefined, .null:
            try requireObject(owner, written: node)
        case .string(let text):
            if name == HeapObject.length { return .number(Double(text.count)) }
            if let index = name.arrayIndex, index < text.count { return .string(text.slice(index, index + 1)) }
        case .object(let reference):
            let object = environment.heap[reference]
            if let value = object.get(name) { return value }
            switch object.kind {
            case .plain, .array, .scope: break
            case .inheriting, .wrapper, .function, .date, .regularExpression, .error, .document, .node:
                throw .needsEngine
            }
        case .bool, .number: break
        }
        if EngineNames.isInherited(name) { throw .needsEngine }
        return .undefined
    }

    /// Undefined and null have no members.
    func requireObject(_ value: Value, written node: ExpressionNode) throws(Interruption) {
        switch value {
        case .undefined: throw .failed(Self.notAnObject("undefined", written: node))
        case .null: throw .failed(Self.notAnObject("null", written: node))
        case .bool, .number, .string, .object: break
        }
    }

    private static func notAnObject(_ what: String, written node: ExpressionNode) -> ScriptFailure {
        let place = node.path.map { " (evaluating '\($0)')" } ?? ""
        return ScriptFailure(.thrown, "TypeError: \(what) is not an object\(place)")
    }

    private static let undefinedName: ECMAString = "undefined"
    private static let nan: ECMAString = "NaN"
    private static let infinity: ECMAString = "Infinity"
}

extension ExpressionNode {
    /// How a chain of names is written; nil for anything else.
    fileprivate var path: String? {
        switch self {
        case .name(let name): name.string
        case .member(let object, let name): object.path.map { "\($0).\(name)" }
        case .callMethod(let receiver, let method, _): receiver.path.map { "\($0).\(method.rawValue)" }
        default: nil
        }
    }
}
