/// The methods of arrays.
extension NativeEvaluator {
    mutating func callArray(
        _ method: Method, _ reference: HeapReference, _ arguments: [Value]
    ) throws(Interruption) -> Value {
        let elements = environment.heap[reference].elements
        let first = arguments.argument(0)
        let second = arguments.argument(1)
        switch method {
        case .toString: return .string(try joined(reference, separator: Self.comma))
        case .join: return .string(try joined(reference, separator: separator(first, of: reference)))
        case .valueOf: return .object(reference)
        case .slice:
            let start = try relativePosition(first, count: elements.count, standard: 0)
            let end = try relativePosition(second, count: elements.count, standard: elements.count)
            return allocate(HeapObject(.array, elements: Array(elements[start..<max(start, end)])))
        case .concat: return try concatenated(elements, arguments)
        case .indexOf:
            let start = try relativePosition(second, count: elements.count, standard: 0)
            let index = elements[start...].firstIndex { $0.map { Self.areIdentical($0, first) } ?? false }
            return .number(Double(index ?? -1))
        case .lastIndexOf:
            let end = try lastPosition(arguments, count: elements.count)
            let index = elements[..<end].lastIndex { $0.map { Self.areIdentical($0, first) } ?? false }
            return .number(Double(index ?? -1))
        case .includes:
            let start = try relativePosition(second, count: elements.count, standard: 0)
            return .bool(elements[start...].contains { Self.areSameValueZero($0 ?? .undefined, first) })
        default: throw .needsEngine
        }
    }

    /// What `join` puts between elements. An array that is its own separator is empty there, being joined already.
    private mutating func separator(_ value: Value, of reference: HeapReference) throws(Interruption) -> ECMAString {
        if value == .undefined { return Self.comma }
        joinedArrays.append(reference)
        defer { joinedArrays.removeLast() }
        return try text(value)
    }

    /// How many elements `lastIndexOf` looks at: a second argument, even undefined, says where it begins.
    private mutating func lastPosition(_ arguments: [Value], count: Int) throws(Interruption) -> Int {
        guard arguments.count > 1 else { return count }
        let start = try integer(arguments[1])
        let last = start < 0 ? Double(count) + start : min(start, Double(count - 1))
        return last < 0 ? 0 : Int(last) + 1
    }

    private mutating func concatenated(
        _ elements: [Value?], _ arguments: [Value]
    ) throws(Interruption) -> Value {
        var result = elements
        for argument in arguments {
            if case .object(let reference) = argument, case .array = environment.heap[reference].kind {
                result += environment.heap[reference].elements
            } else {
                result.append(argument)
            }
            guard result.count <= HeapObject.elementLimit else { throw .needsEngine }
        }
        return allocate(HeapObject(.array, elements: result))
    }

    private static func areSameValueZero(_ left: Value, _ right: Value) -> Bool {
        if case .number(let first) = left, case .number(let second) = right, first.isNaN, second.isNaN { return true }
        return areIdentical(left, right)
    }
}
