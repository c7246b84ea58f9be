public import Expressions

/// An attribute that is either given as it is or computed: `next`/`expr`, `event`/`eventexpr`, `src`/`srcexpr`, …
public enum Computed: Hashable, Sendable {
    case literal(String)
    case expression(Expression)
}

/// A name of a namelist, as written and as the expression that reads it.
public struct NamedExpression: Hashable, Sendable {
    public var name: String
    public var expression: Expression

    public init(name: String, expression: Expression) {
        self.name = name
        self.expression = expression
    }
}
