/// An ECMAScript expression of a document, parsed once.
public struct Expression: Hashable, Sendable {
    /// How it is evaluated.
    public enum Form: Hashable, Sendable {
        /// By `NativeEvaluator`.
        case native(ExpressionNode)
        /// By a `ScriptEvaluator`.
        case script
        /// Not at all: reaching it is `error.semantic` with this message.
        case invalid(String)
    }

    public let source: String
    public let form: Form

    /// Parses the text: natively where the everyday subset serves, else by asking whether the engine could.
    public init(_ source: String, checker: any ScriptSyntaxChecker) {
        self.source = source
        form = Self.form(of: source, checker: checker)
    }

    private static func form(of source: String, checker: any ScriptSyntaxChecker) -> Form {
        do throws(NotNative) {
            var parser = try ExpressionParser(source)
            if parser.isBlank { return .invalid("SyntaxError: an expression is missing") }
            return .native(try parser.parse())
        } catch {
            return checker.problem(inExpression: source).map { .invalid($0) } ?? .script
        }
    }

    /// Evaluates it.
    /// - Throws: `ScriptFailure` as the standard has `error.semantic`: it does not parse, or fails.
    public func evaluate(
        in environment: inout Environment, with evaluator: any ScriptEvaluator
    ) throws(ScriptFailure) -> Value {
        switch form {
        case .native(let node):
            if let value = try NativeEvaluator.evaluate(node, in: &environment) { return value }
            return try evaluator.evaluate(expression: source, in: &environment)
        case .script: return try evaluator.evaluate(expression: source, in: &environment)
        case .invalid(let message): throw ScriptFailure(.syntax, message)
        }
    }

    /// The names of the variables that a native expression reads; none for the others.
    public var freeNames: Set<String> {
        guard case .native(let node) = form else { return [] }
        var names: Set<String> = []
        node.collectNames(into: &names)
        return names
    }
}

extension ExpressionNode {
    fileprivate func collectNames(into names: inout Set<String>) {
        switch self {
        case .name(let name): names.insert(name.string)
        case .literal, .constant: break
        case .member(let object, _): object.collectNames(into: &names)
        case .unary(_, let operand): operand.collectNames(into: &names)
        case .index(let left, let right), .binary(_, let left, let right), .and(let left, let right),
            .or(let left, let right):
            left.collectNames(into: &names)
            right.collectNames(into: &names)
        case .conditional(let condition, let consequent, let alternative):
            for node in [condition, consequent, alternative] { node.collectNames(into: &names) }
        case .array(let nodes): for node in nodes { node?.collectNames(into: &names) }
        case .object(let members): for member in members { member.value.collectNames(into: &names) }
        case .call(_, let arguments): for node in arguments { node.collectNames(into: &names) }
        case .callMethod(let receiver, _, let arguments):
            for node in [receiver] + arguments { node.collectNames(into: &names) }
        }
    }
}
