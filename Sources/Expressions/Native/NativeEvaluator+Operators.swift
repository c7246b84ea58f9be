import Foundation
import OrderedCollections

/// The operators of ECMA-262.
extension NativeEvaluator {
    mutating func unary(
        _ symbol: ExpressionNode.UnaryOperator, _ operand: ExpressionNode
    ) throws(Interruption) -> Value {
        if symbol == .typeof { return .string(try typeName(of: operand)) }
        let value = try value(of: operand)
        switch symbol {
        case .not: return .bool(!value.isTruthy)
        case .minus: return .number(-(try number(value)))
        case .plus: return .number(try number(value))
        case .complement: return .number(Double(~(try signed32(value))))
        case .typeof, .void: return .undefined
        }
    }

    /// `typeof` finds undeclared names undefined.
    private mutating func typeName(of operand: ExpressionNode) throws(Interruption) -> ECMAString {
        let value: Value
        if case .name(let name) = operand {
            value = try declared(name) ?? .undefined
        } else {
            value = try self.value(of: operand)
        }
        switch value {
        case .undefined: return "undefined"
        case .null: return "object"
        case .bool: return "boolean"
        case .number: return "number"
        case .string: return "string"
        case .object(let reference):
            if case .function = environment.heap[reference].kind { return "function" }
            return "object"
        }
    }

    mutating func binary(
        _ symbol: ExpressionNode.BinaryOperator, _ left: Value, _ right: Value
    ) throws(Interruption) -> Value {
        switch symbol {
        case .add: return try sum(left, right)
        case .subtract, .multiply, .divide, .remainder, .power:
            let first = try number(left)
            return .number(Self.arithmetic(symbol, first, try number(right)))
        case .shiftLeft, .shiftRight, .shiftRightUnsigned, .bitAnd, .bitOr, .bitXor:
            let first = try signed32(left)
            return .number(Self.bits(symbol, first, try signed32(right)))
        case .less: return .bool(try isLess(left, right) ?? false)
        case .greater: return .bool(try isLess(right, left, rightFirst: true) ?? false)
        case .lessOrEqual: return .bool(try isLess(right, left, rightFirst: true).map { !$0 } ?? false)
        case .greaterOrEqual: return .bool(try isLess(left, right).map { !$0 } ?? false)
        case .identical: return .bool(Self.areIdentical(left, right))
        case .notIdentical: return .bool(!Self.areIdentical(left, right))
        case .equal: return .bool(try areEqual(left, right))
        case .notEqual: return .bool(!(try areEqual(left, right)))
        case .in: return .bool(try has(left, in: right))
        }
    }

    private mutating func sum(_ left: Value, _ right: Value) throws(Interruption) -> Value {
        if case .number(let first) = left, case .number(let second) = right { return .number(first + second) }
        let first = try primitive(left, .none)
        let second = try primitive(right, .none)
        switch (first, second) {
        case (.string, _), (_, .string):
            let text = try text(first)
            let rest = try self.text(second)
            try limit(text.count + rest.count)
            return .string(text + rest)
        default:
            let augend = try number(first)
            return .number(augend + (try number(second)))
        }
    }

    private static func arithmetic(
        _ symbol: ExpressionNode.BinaryOperator, _ left: Double, _ right: Double
    ) -> Double {
        switch symbol {
        case .subtract: left - right
        case .multiply: left * right
        case .divide: left / right
        case .remainder: left.truncatingRemainder(dividingBy: right)
        default: power(left, right)
        }
    }

    /// Number::exponentiate, which has no value where C has 1. ECMA-262 leaves the last digit open; the engine
    /// multiplies for small whole exponents and takes roots for halves, and so does this.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        if exponent.isNaN || (exponent.isInfinite && base.magnitude == 1) { return .nan }
        if exponent.magnitude == 0.5, base.isFinite, base != 0 {
            return exponent > 0 ? base.squareRoot() : 1 / base.squareRoot()
        }
        guard exponent >= 0, exponent <= 1000, exponent == exponent.rounded() else { return pow(base, exponent) }
        var (result, factor, rest) = (1.0, base, Int(exponent))
        while rest > 0 {
            if rest & 1 == 1 { result *= factor }
            factor *= factor
            rest >>= 1
        }
        return result
    }

    private static func bits(_ symbol: ExpressionNode.BinaryOperator, _ left: Int32, _ right: Int32) -> Double {
        let count = UInt32(bitPattern: right) & 31
        switch symbol {
        case .shiftLeft: return Double(left << count)
        case .shiftRight: return Double(left >> count)
        case .shiftRightUnsigned: return Double(UInt32(bitPattern: left) >> count)
        case .bitAnd: return Double(left & right)
        case .bitOr: return Double(left | right)
        default: return Double(left ^ right)
        }
    }

    /// IsLessThan; nil where a NaN makes it undefined. `rightFirst` says which operand is written first, and so is
    /// converted first.
    private mutating func isLess(
        _ left: Value, _ right: Value, rightFirst: Bool = false
    ) throws(Interruption) -> Bool? {
        let first = try primitive(rightFirst ? right : left, .number)
        let second = try primitive(rightFirst ? left : right, .number)
        let (low, high) = rightFirst ? (second, first) : (first, second)
        if case .string(let lowText) = low, case .string(let highText) = high { return lowText < highText }
        let lowNumber = try number(low)
        let highNumber = try number(high)
        return lowNumber.isNaN || highNumber.isNaN ? nil : lowNumber < highNumber
    }

    /// IsStrictlyEqual
    static func areIdentical(_ left: Value, _ right: Value) -> Bool {
        if case .number(let first) = left, case .number(let second) = right { return first == second }
        return left == right
    }

    /// IsLooselyEqual
    private mutating func areEqual(_ left: Value, _ right: Value) throws(Interruption) -> Bool {
        switch (left, right) {
        case (.undefined, .null), (.null, .undefined): return true
        case (.undefined, _), (.null, _), (_, .undefined), (_, .null): return left == right
        case (.object, .object), (.string, .string), (.bool, .bool), (.number, .number):
            return Self.areIdentical(left, right)
        case (.bool, _): return try areEqual(.number(number(left)), right)
        case (_, .bool): return try areEqual(left, .number(number(right)))
        case (.object, _): return try areEqual(primitive(left, .none), right)
        case (_, .object): return try areEqual(left, primitive(right, .none))
        case (.number, _), (.string, _):
            let first = try number(left)
            return first == (try number(right))
        }
    }

    /// `key in owner`
    private mutating func has(_ key: Value, in owner: Value) throws(Interruption) -> Bool {
        guard case .object(let reference) = owner else {
            throw .failed(ScriptFailure(.thrown, "TypeError: the right side of 'in' is not an Object."))
        }
        let name = try propertyName(key)
        let object = environment.heap[reference]
        if object.get(name) != nil { return true }
        switch object.kind {
        case .plain, .array, .scope: break
        case .inheriting, .wrapper, .function, .date, .regularExpression, .error, .document, .node:
            throw .needsEngine
        }
        if EngineNames.isInherited(name) { throw .needsEngine }
        return false
    }
}
