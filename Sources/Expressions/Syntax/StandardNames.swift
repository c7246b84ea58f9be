/// The functions of the global object and of its namespaces that are evaluated natively.
public enum StandardFunction: String, Hashable, Sendable {
    case parseInt, parseFloat, isNaN, isFinite
    case number = "Number"
    case string = "String"
    case boolean = "Boolean"
    case abs = "Math.abs"
    case ceil = "Math.ceil"
    case floor = "Math.floor"
    case round = "Math.round"
    case trunc = "Math.trunc"
    case sign = "Math.sign"
    case max = "Math.max"
    case min = "Math.min"
    case pow = "Math.pow"
    case sqrt = "Math.sqrt"
    case random = "Math.random"
    case numberIsNaN = "Number.isNaN"
    case numberIsFinite = "Number.isFinite"
    case numberIsInteger = "Number.isInteger"
    case numberParseInt = "Number.parseInt"
    case numberParseFloat = "Number.parseFloat"
    case fromCharCode = "String.fromCharCode"
    case isArray = "Array.isArray"

    /// The global name by which it is reached, which a variable may shadow.
    var globalName: ECMAString { ECMAString(rawValue.prefix { $0 != "." }) }
}

/// The constants of global namespaces that are evaluated natively.
public enum StandardConstant: String, Hashable, Sendable {
    case pi = "Math.PI"
    case e = "Math.E"
    case ln2 = "Math.LN2"
    case ln10 = "Math.LN10"
    case log2e = "Math.LOG2E"
    case log10e = "Math.LOG10E"
    case sqrt2 = "Math.SQRT2"
    case sqrtHalf = "Math.SQRT1_2"
    case maxValue = "Number.MAX_VALUE"
    case minValue = "Number.MIN_VALUE"
    case maxSafeInteger = "Number.MAX_SAFE_INTEGER"
    case minSafeInteger = "Number.MIN_SAFE_INTEGER"

    /// The global name by which it is reached, which a variable may shadow.
    var globalName: ECMAString { ECMAString(rawValue.prefix { $0 != "." }) }

    var value: Double {
        switch self {
        case .pi: .pi
        case .e: 2.7182818284590452354
        case .ln2: 0.6931471805599453
        case .ln10: 2.302585092994046
        case .log2e: 1.4426950408889634
        case .log10e: 0.4342944819032518
        case .sqrt2: 1.4142135623730951
        case .sqrtHalf: 0.7071067811865476
        case .maxValue: .greatestFiniteMagnitude
        case .minValue: .leastNonzeroMagnitude
        case .maxSafeInteger: 9_007_199_254_740_991
        case .minSafeInteger: -9_007_199_254_740_991
        }
    }
}

/// The methods of strings, numbers, booleans and arrays that are evaluated natively.
public enum Method: String, Hashable, Sendable {
    case toString, valueOf, toFixed
    case charAt, charCodeAt, concat, endsWith, includes, indexOf, lastIndexOf, padEnd, padStart, `repeat`
    case replace, replaceAll, slice, split, startsWith, substr, substring
    case toLowerCase, toUpperCase, trim, trimEnd, trimStart
    case join
}
