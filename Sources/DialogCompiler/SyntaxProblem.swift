/// Why an expression does not parse, for its author: the engine sees it in parentheses that nobody wrote.
struct SyntaxProblem: CustomStringConvertible {
    let description: String

    /// - Parameter message: the engine's, such as `SyntaxError: Unexpected token ')'`.
    init(_ message: String, of expression: String) {
        let kind = "SyntaxError: "
        var problem = message.hasPrefix(kind) ? String(message.dropFirst(kind.count)) : message
        let added = ". Expected ')' to end a compound expression."
        if problem.hasSuffix(added) { problem.removeLast(added.count) }
        let early =
            ["Unexpected EOF", "Unexpected end of script"] + (expression.contains(")") ? [] : ["Unexpected token ')'"])
        if let end = early.first(where: problem.hasPrefix) {
            problem = "it ends too early" + problem.dropFirst(end.count)
        }
        description = problem
    }
}
