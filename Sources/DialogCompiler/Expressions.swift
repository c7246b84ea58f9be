import DialogMachines
import Dialogs
import Expressions

extension Compilation {
    /// Parses an expression; one that does not parse is reported, and throws `error.semantic` when it is reached.
    mutating func expression(_ text: SourceText) -> Expression {
        let expression = expressions[text.text] ?? Expression(text.text, checker: checker)
        expressions[text.text] = expression
        if case .invalid(let problem) = expression.form { report(.expressionSyntax(text, problem: problem)) }
        return expression
    }

    mutating func expression(_ text: SourceText?) -> Expression? { text.map { expression($0) } }

    mutating func computed(_ value: LiteralOrExpression) -> Computed {
        switch value {
        case .literal(let text): .literal(text.text)
        case .expression(let text): .expression(expression(text))
        }
    }

    mutating func computed(_ value: LiteralOrExpression?) -> Computed? { value.map { computed($0) } }

    /// The names of a namelist, each with the expression that reads it.
    mutating func namelist(_ list: SourceText?) -> [NamedExpression]? {
        guard let list else { return nil }
        return list.words.map { name in
            NamedExpression(name: name, expression: expression(SourceText(name, at: list.position)))
        }
    }

    /// Whether `<var>` or a form item can have this name. One that is reserved is reported.
    mutating func isDeclarable(_ name: SourceText) -> Bool {
        guard name.text.isIdentifier, !ReservedWords.contains(name.text) else { return false }
        if name.text.hasPrefix("_") || name.text.hasSuffix("$") { report(.reservedName(name)) }
        return true
    }
}

/// Words that ECMAScript keeps for itself.
private enum ReservedWords {
    static func contains(_ name: String) -> Bool { all.contains(name) }

    private static let all: Set<String> = [
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
        "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
        "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
    ]
}
