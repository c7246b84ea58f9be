/// The syntax tree of the everyday subset of ECMAScript, which `NativeEvaluator` evaluates.
public indirect enum ExpressionNode: Hashable, Sendable {
    case literal(Value)
    /// A variable, or a global such as `undefined`.
    case name(ECMAString)
    /// `object.name`
    case member(ExpressionNode, ECMAString)
    /// `object[key]`
    case index(ExpressionNode, ExpressionNode)
    case unary(UnaryOperator, ExpressionNode)
    case binary(BinaryOperator, ExpressionNode, ExpressionNode)
    /// `left && right`
    case and(ExpressionNode, ExpressionNode)
    /// `left || right`
    case or(ExpressionNode, ExpressionNode)
    case conditional(ExpressionNode, then: ExpressionNode, else: ExpressionNode)
    /// An array literal; nil is a hole.
    case array([ExpressionNode?])
    /// An object literal.
    case object([ObjectMember])
    /// `Math.PI`
    case constant(StandardConstant)
    /// `parseInt(…)`, `Math.floor(…)`
    case call(StandardFunction, [ExpressionNode])
    /// `receiver.method(…)`
    case callMethod(ExpressionNode, Method, [ExpressionNode])

    /// A member of an object literal.
    public struct ObjectMember: Hashable, Sendable {
        public var name: ECMAString
        public var value: ExpressionNode
    }

    public enum UnaryOperator: String, Hashable, Sendable {
        case not = "!"
        case minus = "-"
        case plus = "+"
        case complement = "~"
        case typeof
        case void
    }

    public enum BinaryOperator: String, Hashable, Sendable {
        case power = "**"
        case multiply = "*"
        case divide = "/"
        case remainder = "%"
        case add = "+"
        case subtract = "-"
        case shiftLeft = "<<"
        case shiftRight = ">>"
        case shiftRightUnsigned = ">>>"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case `in`
        case equal = "=="
        case notEqual = "!="
        case identical = "==="
        case notIdentical = "!=="
        case bitAnd = "&"
        case bitXor = "^"
        case bitOr = "|"
    }
}
