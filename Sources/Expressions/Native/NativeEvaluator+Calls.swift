import CallControl
import OrderedCollections

/// Calls: standard functions, and methods by the kind of their receiver.
extension NativeEvaluator {
    mutating func call(_ function: StandardFunction, _ arguments: [Value]) throws(Interruption) -> Value {
        switch function {
        case .string: return .string(arguments.isEmpty ? "" : try text(arguments[0]))
        case .number: return .number(arguments.isEmpty ? 0 : try number(arguments[0]))
        case .boolean: return .bool(arguments.first?.isTruthy ?? false)
        case .parseInt, .numberParseInt:
            let digits = try text(arguments.argument(0))
            return .number(try parseInteger(digits, radix: signed32(arguments.argument(1))))
        case .parseFloat, .numberParseFloat: return .number(try text(arguments.argument(0)).leadingNumber)
        case .isNaN: return .bool(try number(arguments.argument(0)).isNaN)
        case .isFinite: return .bool(try number(arguments.argument(0)).isFinite)
        case .numberIsNaN, .numberIsFinite, .numberIsInteger:
            guard case .number(let number) = arguments.argument(0) else { return .bool(false) }
            switch function {
            case .numberIsNaN: return .bool(number.isNaN)
            case .numberIsFinite: return .bool(number.isFinite)
            default: return .bool(number.isFinite && number == number.rounded())
            }
        case .fromCharCode:
            var units: [UInt16] = []
            for argument in arguments { units.append(UInt16(truncatingIfNeeded: try unsigned32(argument))) }
            return .string(ECMAString(units: units))
        case .isArray:
            guard case .object(let reference) = arguments.argument(0) else { return .bool(false) }
            return .bool(environment.heap[reference].kind == .array)
        case .random: return .number(environment.random.next())
        case .abs, .ceil, .floor, .round, .trunc, .sign, .sqrt, .max, .min, .pow:
            var numbers: [Double] = []
            for argument in arguments { numbers.append(try number(argument)) }
            return .number(MathFunctions.result(of: function, numbers))
        }
    }

    /// `parseInt`. Beyond 2^53 the engine decides how the digits of other radices round.
    private func parseInteger(_ text: ECMAString, radix givenRadix: Int32) throws(Interruption) -> Double {
        var digits = text.trimmed(end: false).units[...]
        let isNegative = digits.first == UInt16(ascii: "-")
        if isNegative || digits.first == UInt16(ascii: "+") { digits.removeFirst() }
        var radix = givenRadix == 0 ? 10 : Int(givenRadix)
        guard (2...36).contains(radix) else { return .nan }
        if givenRadix == 0 || radix == 16, digits.first == UInt16(ascii: "0"),
            digits.dropFirst().first.flatMap(ECMAString.radix(ofPrefix:)) == 16
        {
            digits = digits.dropFirst(2)
            radix = 16
        }
        digits = digits.prefix { $0.digitValue(radix: radix) != nil }
        guard let number = ECMAString.wholeNumber(digits, radix: radix) else { return .nan }
        if number < 0x1p53 { return isNegative ? -number : number }
        guard radix == 10 else { throw .needsEngine }
        return isNegative ? -ECMAString.decimal(digits) : ECMAString.decimal(digits)
    }

    mutating func callMethod(
        _ receiver: ExpressionNode, _ method: Method, _ arguments: [ExpressionNode], written node: ExpressionNode
    ) throws(Interruption) -> Value {
        let owner = try value(of: receiver)
        try requireObject(owner, written: node)
        switch owner {
        case .undefined, .null: throw .needsEngine
        case .string(let text): return try callString(method, text, values(of: arguments))
        case .number(let number): return try callNumber(method, number, values(of: arguments))
        case .bool(let value):
            guard arguments.isEmpty else { throw .needsEngine }
            switch method {
            case .toString: return .string(value ? "true" : "false")
            case .valueOf: return owner
            default: throw .needsEngine
            }
        case .object(let reference):
            let object = environment.heap[reference]
            guard case .array = object.kind, object.properties.isEmpty else { throw .needsEngine }
            return try callArray(method, reference, values(of: arguments))
        }
    }

    private mutating func callNumber(
        _ method: Method, _ number: Double, _ arguments: [Value]
    ) throws(Interruption) -> Value {
        switch method {
        case .valueOf: return .number(number)
        case .toString:
            guard arguments.isEmpty || arguments[0] == .undefined || arguments[0] == .number(10) else {
                throw .needsEngine
            }
            return .string(number.ecmaScriptText)
        case .toFixed:
            let digits = try integer(arguments.argument(0))
            guard digits >= 0, let text = FixedDecimal.text(number, fractionDigits: digits) else { throw .needsEngine }
            return .string(text)
        default: throw .needsEngine
        }
    }
}

extension [Value] {
    /// The argument at an index; undefined where there is none.
    func argument(_ index: Int) -> Value { index < count ? self[index] : .undefined }
}
