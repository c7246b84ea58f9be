/// Functions of `Math` whose results ECMA-262 leaves no choice.
enum MathFunctions {
    /// The result of one of them; a missing argument is NaN.
    static func result(of function: StandardFunction, _ numbers: [Double]) -> Double {
        let first = numbers.first ?? .nan
        switch function {
        case .abs: return first.magnitude
        case .ceil: return first.rounded(.up)
        case .floor: return first.rounded(.down)
        case .round: return round(first)
        case .trunc: return first.rounded(.towardZero)
        case .sign: return first.isNaN || first == 0 ? first : (first < 0 ? -1 : 1)
        case .sqrt: return first.squareRoot()
        case .pow: return NativeEvaluator.power(first, numbers.count > 1 ? numbers[1] : .nan)
        case .max: return numbers.reduce(-.infinity, larger)
        case .min: return -numbers.reduce(-.infinity) { larger($0, -$1) }
        default: return .nan
        }
    }

    /// Halves are rounded up.
    private static func round(_ number: Double) -> Double {
        let above = number.rounded(.up)
        return above - 0.5 > number ? above - 1 : above
    }

    /// A NaN wins; positive zero is larger than negative zero.
    private static func larger(_ left: Double, _ right: Double) -> Double {
        if left.isNaN || right.isNaN { return .nan }
        if left == right { return left.sign == .minus ? right : left }
        return left > right ? left : right
    }
}
