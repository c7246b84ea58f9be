import CallControl

/// Parses the everyday subset of ECMAScript by operator precedence. Whatever it does not know is `NotNative`; it never
/// accepts what ECMAScript's strict mode would not.
struct ExpressionParser {
    /// How deep an expression may be nested; deeper ones are left to the engine.
    static let depthLimit = 200

    private let tokens: [ExpressionToken]
    private var position = 0
    private var depth = 0
    /// The latest member access: what is written of its object and, if in brackets, of its key.
    private(set) var latestMember: (object: Range<Int>, key: Range<Int>?)?

    init(_ text: String) throws(NotNative) { tokens = try ExpressionLexer.tokens(of: text) }

    /// Whether the text has no token but white space and comments.
    var isBlank: Bool { tokens.first?.kind == .end }

    /// The last token but the end.
    var lastToken: ExpressionToken.Kind? { tokens.dropLast().last?.kind }

    /// The whole text as one expression.
    mutating func parse() throws(NotNative) -> ExpressionNode {
        let tree = try parseAssignment()
        guard token == .end else { throw NotNative() }
        return tree.node
    }

    /// A tree and how high it is: evaluation recurs over it.
    private struct Tree {
        var node: ExpressionNode
        var height: Int

        init(_ node: ExpressionNode, over children: [Tree] = []) throws(NotNative) {
            self.node = node
            height = 1 + (children.map(\.height).max() ?? 0)
            if height > depthLimit { throw NotNative() }
        }
    }

    // MARK: Tokens

    private var token: ExpressionToken.Kind { tokens[position].kind }

    private mutating func advance() { if position < tokens.count - 1 { position += 1 } }

    private func stands(_ punctuator: String) -> Bool { token == .punctuator(punctuator) }

    private mutating func accept(_ punctuator: String) -> Bool {
        guard stands(punctuator) else { return false }
        advance()
        return true
    }

    private mutating func expect(_ punctuator: String) throws(NotNative) {
        guard accept(punctuator) else { throw NotNative() }
    }

    // MARK: Operators

    /// AssignmentExpression without assignments: a conditional.
    private mutating func parseAssignment() throws(NotNative) -> Tree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw NotNative() }
        let condition = try parseBinary(above: 0)
        guard accept("?") else { return condition }
        let consequent = try parseAssignment()
        try expect(":")
        let alternative = try parseAssignment()
        return try Tree(
            .conditional(condition.node, then: consequent.node, else: alternative.node),
            over: [condition, consequent, alternative])
    }

    private static let precedences: [String: Int] = [
        "||": 1, "&&": 2, "|": 3, "^": 4, "&": 5, "==": 6, "!=": 6, "===": 6, "!==": 6, "<": 7, "<=": 7, ">": 7,
        ">=": 7, "in": 7, "<<": 8, ">>": 8, ">>>": 8, "+": 9, "-": 9, "*": 10, "/": 10, "%": 10, "**": 11,
    ]

    private var binaryOperator: String? {
        switch token {
        case .punctuator(let text): text
        case .word("in"): "in"
        default: nil
        }
    }

    /// Operands joined by operators that bind more tightly than `precedence`.
    private mutating func parseBinary(above precedence: Int) throws(NotNative) -> Tree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw NotNative() }
        var left = try parseUnary()
        while let symbol = binaryOperator, let own = Self.precedences[symbol], own > precedence {
            advance()
            // `**` is right-associative; all others are left-associative.
            let right = try parseBinary(above: symbol == "**" ? own - 1 : own)
            left = try Tree(Self.join(symbol, left.node, right.node), over: [left, right])
        }
        return left
    }

    private static func join(
        _ symbol: String, _ left: ExpressionNode, _ right: ExpressionNode
    ) throws(NotNative) -> ExpressionNode {
        if symbol == "&&" { return .and(left, right) }
        if symbol == "||" { return .or(left, right) }
        guard let known = ExpressionNode.BinaryOperator(rawValue: symbol) else { throw NotNative() }
        return .binary(known, left, right)
    }

    private var unaryOperator: ExpressionNode.UnaryOperator? {
        switch token {
        case .punctuator(let text), .word(let text): ExpressionNode.UnaryOperator(rawValue: text)
        default: nil
        }
    }

    private mutating func parseUnary() throws(NotNative) -> Tree {
        guard let symbol = unaryOperator else { return try parsePostfix() }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw NotNative() }
        advance()
        let operand = try parseUnary()
        // `-a ** b` is a syntax error.
        if stands("**") { throw NotNative() }
        return try Tree(.unary(symbol, operand.node), over: [operand])
    }

    // MARK: Members and calls

    private mutating func parsePostfix() throws(NotNative) -> Tree {
        let start = tokens[position].range.lowerBound
        var tree = try parsePrimary()
        while true {
            let object = start..<tokens[max(position - 1, 0)].range.upperBound
            if accept(".") {
                tree = try parseMember(of: tree)
                latestMember = (object, nil)
            } else if accept("[") {
                let keyStart = tokens[position].range.lowerBound
                let key = try parseAssignment()
                latestMember = (object, keyStart..<tokens[position].range.lowerBound)
                try expect("]")
                tree = try Tree(.index(tree.node, key.node), over: [tree, key])
            } else if stands("(") {
                tree = try parseCall(of: tree)
            } else {
                return tree
            }
        }
    }

    /// The name after a point; `Math.PI` and the like become constants.
    private mutating func parseMember(of object: Tree) throws(NotNative) -> Tree {
        guard case .word(let name) = token else { throw NotNative() }
        advance()
        if case .name(let global) = object.node, !stands("("),
            let constant = StandardConstant(rawValue: "\(global).\(name)")
        {
            return try Tree(.constant(constant))
        }
        return try Tree(.member(object.node, ECMAString(name)), over: [object])
    }

    /// A call of a standard function or of a method of the subset.
    private mutating func parseCall(of callee: Tree) throws(NotNative) -> Tree {
        try expect("(")
        var arguments: [Tree] = []
        while !stands(")") {
            arguments.append(try parseAssignment())
            guard accept(",") else { break }
        }
        try expect(")")
        let nodes = arguments.map(\.node)
        switch callee.node {
        case .name(let name):
            guard let function = StandardFunction(rawValue: name.string) else { throw NotNative() }
            return try Tree(.call(function, nodes), over: arguments)
        case .member(.name(let global), let name) where StandardFunction(rawValue: "\(global).\(name)") != nil:
            guard let function = StandardFunction(rawValue: "\(global).\(name)") else { throw NotNative() }
            return try Tree(.call(function, nodes), over: arguments)
        case .member(let receiver, let name):
            guard let method = Method(rawValue: name.string) else { throw NotNative() }
            return try Tree(.callMethod(receiver, method, nodes), over: [callee] + arguments)
        default: throw NotNative()
        }
    }

    // MARK: Primaries

    private mutating func parsePrimary() throws(NotNative) -> Tree {
        let current = token
        advance()
        switch current {
        case .number(let number): return try Tree(.literal(.number(number)))
        case .string(let text): return try Tree(.literal(.string(text)))
        case .word("true"): return try Tree(.literal(.bool(true)))
        case .word("false"): return try Tree(.literal(.bool(false)))
        case .word("null"): return try Tree(.literal(.null))
        case .word(let word): return try Tree(.name(try Self.variable(word)))
        case .punctuator("("):
            let inner = try parseAssignment()
            try expect(")")
            return inner
        case .punctuator("["): return try parseArray()
        case .punctuator("{"): return try parseObject()
        case .punctuator, .end: throw NotNative()
        }
    }

    private static func variable(_ word: String) throws(NotNative) -> ECMAString {
        guard !reservedWords.contains(word) else { throw NotNative() }
        return ECMAString(word)
    }

    private mutating func parseArray() throws(NotNative) -> Tree {
        var elements: [Tree?] = []
        while !accept("]") {
            if accept(",") {
                elements.append(nil)
                continue
            }
            elements.append(try parseAssignment())
            if !stands("]") { try expect(",") }
        }
        return try Tree(.array(elements.map { $0?.node }), over: elements.compactMap(\.self))
    }

    private mutating func parseObject() throws(NotNative) -> Tree {
        var members: [ExpressionNode.ObjectMember] = []
        var values: [Tree] = []
        while !accept("}") {
            let (name, value) = try parseObjectMember()
            members.append(ExpressionNode.ObjectMember(name: name, value: value.node))
            values.append(value)
            if !stands("}") { try expect(",") }
        }
        return try Tree(.object(members), over: values)
    }

    /// `name: value` or a lone name, which is its own value.
    private mutating func parseObjectMember() throws(NotNative) -> (ECMAString, Tree) {
        let key = token
        let name: ECMAString
        switch key {
        case .word(let word): name = ECMAString(word)
        case .string(let text): name = text
        case .number(let number): name = ECMAString(number.ecmaScriptText)
        case .punctuator, .end: throw NotNative()
        }
        advance()
        if accept(":") {
            // It would set the prototype.
            guard name != "__proto__" else { throw NotNative() }
            return (name, try parseAssignment())
        }
        guard case .word(let word) = key, stands(",") || stands("}") else { throw NotNative() }
        return (name, try Tree(.name(try Self.variable(word))))
    }

    /// Words that are no names in strict mode, or mean more than a name.
    private static let reservedWords: Set<String> = [
        "arguments", "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default",
        "delete", "do", "else", "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if",
        "implements", "import", "in", "instanceof", "interface", "let", "new", "null", "package", "private",
        "protected",
        "public", "return", "static", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void",
        "while", "with", "yield",
    ]
}
