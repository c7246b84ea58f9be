/// Makes random expressions of the everyday subset over the variables `a`, `b`, `c`, `n`, `s`, `t`, `o` and `list`, to
/// be evaluated natively and by the engine. The same seed gives the same expressions.
struct ExpressionGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next expression.
    mutating func next() -> String { expression(depth: 1 + below(4)) }

    // MARK: Choices

    private mutating func below(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

    private mutating func expression(depth: Int) -> String {
        guard depth > 0 else { return atom() }
        switch below(18) {
        case 0...4: return "\(operand(depth)) \(pick(Self.binary)) \(operand(depth))"
        case 5: return "(\(operand(depth)) \(pick(Self.logical)) \(operand(depth)))"
        case 6: return "\(pick(Self.unary))(\(expression(depth: depth - 1)))"
        case 7: return "(\(expression(depth: depth - 1)) ? \(operand(depth)) : \(operand(depth)))"
        case 8...10: return stringMethod(depth)
        case 11: return arrayMethod(depth)
        case 12: return numberMethod(depth)
        case 13...14: return "\(pick(Self.functions))(\(arguments(depth, atMost: 3)))"
        case 15: return member(depth)
        case 16: return literal(depth)
        default: return "(\(expression(depth: depth - 1)))"
        }
    }

    private mutating func operand(_ depth: Int) -> String {
        let text = expression(depth: depth - 1)
        return below(3) == 0 || text.contains("**") || text.hasPrefix("-") ? "(\(text))" : text
    }

    private mutating func arguments(_ depth: Int, atMost most: Int) -> String {
        let count = below(most + 1)
        return (0..<count).map { _ in expression(depth: min(depth - 1, 1)) }.joined(separator: ", ")
    }

    // MARK: Forms

    private mutating func stringMethod(_ depth: Int) -> String {
        let receiver =
            switch below(3) {
            case 0: pick(Self.strings)
            case 1: pick(["s", "t", "c", "o.name", "String(b)"])
            default: "String(\(expression(depth: depth - 1)))"
            }
        let method = pick(Self.stringMethods)
        switch method {
        case "repeat": return "\(receiver).repeat(\(below(4)))"
        case "padStart", "padEnd": return "\(receiver).\(method)(\(below(12))\(pick(["", ", 'xy'", ", ''", ", 0"])))"
        default: return "\(receiver).\(method)(\(arguments(depth, atMost: 2)))"
        }
    }

    private mutating func arrayMethod(_ depth: Int) -> String {
        let receiver = pick([
            "list", "o.items", "[]", "[1, 2, 1]", "[NaN, , 'x', null]", "[[1], [2, [3]]]", "s.split('')",
        ])
        return "\(receiver).\(pick(Self.arrayMethods))(\(arguments(depth, atMost: 2)))"
    }

    private mutating func numberMethod(_ depth: Int) -> String {
        let receiver = pick(["a", "b", "(\(pick(Self.numbers)))", "Number(\(expression(depth: depth - 1)))"])
        return "\(receiver).\(pick(["toFixed(\(below(12)))", "toFixed()", "toString()", "valueOf()", "toString(10)"]))"
    }

    private mutating func member(_ depth: Int) -> String {
        let owner = pick(["list", "o", "s", "o.items", "o.inner", "n", "a", "(\(expression(depth: depth - 1)))"])
        return below(2) == 0
            ? "\(owner).\(pick(["length", "name", "items", "inner", "missing", "x"]))"
            : "\(owner)[\(expression(depth: min(depth - 1, 1)))]"
    }

    private mutating func literal(_ depth: Int) -> String {
        let values = (0..<below(4)).map { _ in expression(depth: min(depth - 1, 1)) }
        if below(2) == 0 { return "[" + values.joined(separator: pick([", ", ", , "])) + "]" }
        let members = values.map { "\(pick(Self.keys)): \($0)" }
        return "({" + members.joined(separator: ", ") + "})"
    }

    private mutating func atom() -> String {
        switch below(8) {
        case 0...1: pick(Self.numbers)
        case 2...3: pick(Self.strings)
        case 4...6: pick(Self.names)
        default: pick(["true", "false", "null", "undefined", "NaN", "[]", "({})", "[1, 2]"])
        }
    }

    // MARK: Words

    private static let names = [
        "a", "b", "c", "n", "s", "t", "o", "list", "o.name", "o.items", "o.inner.x", "list[0]", "list[1]", "o['7']",
        "a",
        "s", "list", "missing", "Math.PI", "-a", "-b", "o.nothing",
    ]

    private static let numbers = [
        "0", "1", "2", "3", "7", "10", "0.1", "0.2", "1.005", "2.5", "0.5", "1.45", "10.235", "123456.789", "1e21",
        "1e-7",
        "5e-324", "1.7976931348623157e308", "9007199254740993", "4294967296", "2147483648", "0x1F", "0b101", "0o17",
        "1e20", "0.000001", "123e-20", "-0", "-1", "-2.5", "-7", "NaN", "Infinity", "-Infinity", "31", "32", "33",
        "100",
        "49.99", "65535",
    ]

    private static let strings = [
        "''", "'a'", "'b'", "'abc'", "'abcabc'", "'1'", "'2'", "'10'", "' 12 '", "'-0'", "'0x1f'", "'1e3'", "'.5'",
        "'5.'",
        "'Infinity'", "'1,2,3'", "'a,b,,c'", "','", "'x'", "'null'", "'NaN'", "'undefined'", "'true'", "'length'",
        "'0'",
        "'Gr\\u00fc\\u00dfe'", "'\\u00ff\\u00b5'", "'\\ud83d\\ude00'", "'\\ud83d'", "'\\uff5e'", "'e\\u0301'",
        "'\\u00e9'",
        "'\\u00a0x\\ufeff '", "'$&$$'", "'$`[$\\']$1'", "'12px'", "'0b11'", "'1_000'", "'+7'", "'--7'", "'1.5e+3x'",
        "'Z'",
        "'\\u0130I'", "'\\u03a3'",
    ]

    private static let binary = [
        "+", "+", "+", "-", "*", "/", "%", "==", "!=", "===", "!==", "<", "<=", ">", ">=", "&", "|", "^", "<<", ">>",
        ">>>", "+", "==", "<",
    ]

    private static let logical = ["&&", "||", "&&", "||", "in", "**"]

    private static let unary = ["!", "-", "+", "~", "typeof ", "void ", "!!"]

    private static let stringMethods = [
        "charAt", "charCodeAt", "concat", "endsWith", "includes", "indexOf", "lastIndexOf", "padEnd", "padStart",
        "repeat",
        "replace", "replaceAll", "slice", "split", "startsWith", "substr", "substring", "toLowerCase", "toUpperCase",
        "trim", "trimEnd", "trimStart", "toString", "valueOf", "indexOf", "substring", "slice", "split",
    ]

    private static let arrayMethods = [
        "join", "indexOf", "lastIndexOf", "includes", "slice", "concat", "toString", "valueOf",
    ]

    private static let functions = [
        "parseInt", "parseFloat", "isNaN", "isFinite", "Number", "String", "Boolean", "Math.abs", "Math.ceil",
        "Math.floor",
        "Math.round", "Math.trunc", "Math.sign", "Math.max", "Math.min", "Math.pow", "Math.sqrt", "Number.isNaN",
        "Number.isFinite", "Number.isInteger", "Number.parseInt", "Number.parseFloat", "String.fromCharCode",
        "Array.isArray", "parseInt", "parseFloat", "Number", "String",
    ]

    private static let keys = ["x", "y", "name", "'z z'", "7", "0x10", "1.5", "'01'", "length", "in"]
}
