/// What an `<assign>` writes to: a variable, or a member of what an expression gives (`application.x`, `a[0].b`).
public struct AssignmentTarget: Hashable, Sendable {
    /// What is written to.
    public enum Form: Hashable, Sendable {
        case variable(ECMAString)
        /// `object.name`
        case member(of: Expression, ECMAString)
        /// `object[key]`
        case index(of: Expression, Expression)
        /// Neither: reaching it is `error.semantic` with this message.
        case invalid(String)
    }

    public let source: String
    public let form: Form

    /// Parses the text of a target.
    public init(_ source: String, checker: any ScriptSyntaxChecker) {
        self.source = source
        form = Self.form(of: source, checker: checker)
    }

    private static func form(of source: String, checker: any ScriptSyntaxChecker) -> Form {
        func part(_ range: Range<Int>) -> Expression {
            Expression(ECMAString(source).slice(range.lowerBound, range.upperBound).string, checker: checker)
        }
        do throws(NotNative) {
            var parser = try ExpressionParser(source)
            let node = try parser.parse()
            // A target in parentheses is none here.
            guard parser.lastToken != .punctuator(")") else { throw NotNative() }
            switch (node, parser.latestMember) {
            case (.name(let name), _): return .variable(name)
            case (.member(_, let name), let written?): return .member(of: part(written.object), name)
            case (.index, (let object, let key?)?): return .index(of: part(object), part(key))
            default: throw NotNative()
            }
        } catch {
            return .invalid("SyntaxError: '\(source)' is neither a variable nor a member of one")
        }
    }

    /// Assigns.
    /// - Throws: `ScriptFailure` where the variable is undeclared, what is written to is read-only or no object, or the
    ///   target is none.
    public func assign(
        _ value: Value, in environment: inout Environment, with evaluator: any ScriptEvaluator
    ) throws(ScriptFailure) {
        switch form {
        case .variable(let name):
            try environment.heap.assign(name, value, in: environment.scopes)
        case .member(let object, let name):
            let owner = try object.evaluate(in: &environment, with: evaluator)
            try set(name, of: owner, to: value, in: &environment)
        case .index(let object, let key):
            let owner = try object.evaluate(in: &environment, with: evaluator)
            let key = try key.evaluate(in: &environment, with: evaluator)
            let name = try environment.text(of: key, with: evaluator)
            try set(name, of: owner, to: value, in: &environment)
        case .invalid(let message): throw ScriptFailure(.syntax, message)
        }
    }

    private func set(
        _ name: ECMAString, of owner: Value, to value: Value, in environment: inout Environment
    ) throws(ScriptFailure) {
        guard case .object(let reference) = owner else {
            throw ScriptFailure(.thrown, "TypeError: cannot assign to '\(source)', which is no member of an object")
        }
        try environment.heap.set(name: name, to: value, of: reference)
    }
}
