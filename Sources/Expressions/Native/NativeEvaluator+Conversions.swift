import CallControl
import OrderedCollections

/// The type conversions of ECMA-262.
extension NativeEvaluator {
    /// What a conversion to a primitive would rather have.
    enum Hint {
        case number, string, none
    }

    /// ToPrimitive. An object with a `valueOf`, `toString` or `join` of its own is the engine's.
    mutating func primitive(_ value: Value, _ hint: Hint) throws(Interruption) -> Value {
        guard case .object(let reference) = value else { return value }
        let object = environment.heap[reference]
        for name in Self.conversionNames where object.properties[name] != nil { throw .needsEngine }
        switch object.kind {
        case .plain: return .string(Self.plainObject)
        case .wrapper(let value): return value
        case .array: return .string(try joined(reference, separator: Self.comma))
        case .date(let time) where hint == .number: return .number(time)
        case .inheriting, .date, .function, .regularExpression, .error, .scope, .document, .node: throw .needsEngine
        }
    }

    /// ToNumber
    mutating func number(_ value: Value) throws(Interruption) -> Double {
        switch value {
        case .undefined: return .nan
        case .null: return 0
        case .bool(let value): return value ? 1 : 0
        case .number(let value): return value
        case .string(let text): return text.number
        case .object: return try number(primitive(value, .number))
        }
    }

    /// ToString
    mutating func text(_ value: Value) throws(Interruption) -> ECMAString {
        switch value {
        case .undefined: return "undefined"
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let value): return ECMAString(value.ecmaScriptText)
        case .string(let text): return text
        case .object: return try text(primitive(value, .string))
        }
    }

    /// ToPropertyKey
    mutating func propertyName(_ value: Value) throws(Interruption) -> ECMAString { try text(value) }

    /// ToIntegerOrInfinity
    mutating func integer(_ value: Value) throws(Interruption) -> Double {
        let number = try number(value)
        return number.isNaN ? 0 : number.rounded(.towardZero) + 0
    }

    /// An integer cut to a range, as methods cut their positions.
    mutating func position(_ value: Value, in range: ClosedRange<Int>) throws(Interruption) -> Int {
        let number = try integer(value)
        if number <= Double(range.lowerBound) { return range.lowerBound }
        return number >= Double(range.upperBound) ? range.upperBound : Int(number)
    }

    /// A position that counts from the end where it is negative; `standard` where it is undefined.
    mutating func relativePosition(
        _ value: Value, count: Int, standard: Int
    ) throws(Interruption) -> Int {
        if value == .undefined { return standard }
        let number = try integer(value)
        if number < 0 { return Int(max(0, Double(count) + number)) }
        return Int(min(number, Double(count)))
    }

    /// ToUint32
    mutating func unsigned32(_ value: Value) throws(Interruption) -> UInt32 {
        let number = try number(value)
        guard number.isFinite else { return 0 }
        let rest = number.rounded(.towardZero).truncatingRemainder(dividingBy: 0x1p32)
        return UInt32(truncatingIfNeeded: Int64(rest))
    }

    /// ToInt32
    mutating func signed32(_ value: Value) throws(Interruption) -> Int32 {
        Int32(bitPattern: try unsigned32(value))
    }

    /// The text of an array's elements with a separator between them; an array inside itself is empty.
    mutating func joined(_ reference: HeapReference, separator: ECMAString) throws(Interruption) -> ECMAString {
        guard !joinedArrays.contains(reference) else { return "" }
        guard joinedArrays.count < ExpressionParser.depthLimit else { throw .needsEngine }
        joinedArrays.append(reference)
        defer { joinedArrays.removeLast() }
        var result: ECMAString = ""
        for (index, element) in environment.heap[reference].elements.enumerated() {
            if index > 0 { result += separator }
            switch element {
            case nil, .undefined, .null: break
            case let element?: result += try text(element)
            }
            try limit(result.count)
        }
        return result
    }

    /// A string of so many units may be made.
    func limit(_ count: Int) throws(Interruption) {
        if count > Self.stringLimit {
            throw .failed(ScriptFailure(.limit, "A string has more than \(Self.stringLimit) characters."))
        }
    }

    private static let conversionNames: [ECMAString] = ["valueOf", "toString", "join"]
    private static let plainObject: ECMAString = "[object Object]"
    static let comma: ECMAString = ","
}
