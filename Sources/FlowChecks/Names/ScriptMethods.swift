/// Methods in object literals and classes, whose names stand where those of functions that are called do.
enum ScriptMethods {
    /// Whether a text has any: a name with parentheses and braces behind it that no keyword explains.
    static func areDeclared(in tokens: [ScriptWords.Token]) -> Bool {
        if tokens.contains(.word("class")) { return true }
        return tokens.indices.dropLast().contains { index in
            guard tokens[index] == .mark(")"), tokens[index + 1] == .mark("{"),
                let open = opening(of: index, in: tokens), open > 0, case .word(let word) = tokens[open - 1]
            else { return false }
            if statements.contains(word) { return false }
            let before = open > 1 ? tokens[open - 2] : nil
            return before != .word("function") && before != .mark("*")
        }
    }

    private static let statements: Set = ["catch", "for", "function", "if", "switch", "while", "with"]

    /// Where the parenthesis was opened that is closed there.
    private static func opening(of close: Int, in tokens: [ScriptWords.Token]) -> Int? {
        var depth = 0
        for index in (0...close).reversed() {
            if tokens[index] == .mark(")") { depth += 1 }
            if tokens[index] == .mark("(") { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}
