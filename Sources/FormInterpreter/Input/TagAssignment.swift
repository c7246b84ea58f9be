import Expressions

/// An assignment to `out` or a member of it: most tags are nothing else, and need no script engine.
struct TagAssignment {
    var source: Substring
    var target: AssignmentTarget
    var expression: Expression

    /// The assignments that a tag consists of; nil when it is more than that.
    static func assignments(in tag: String, checker: any ScriptSyntaxChecker) -> [TagAssignment]? {
        guard let statements = statements(of: tag) else { return nil }
        var assignments: [TagAssignment] = []
        for statement in statements where !statement.allSatisfy(\.isWhitespace) {
            guard let assignment = TagAssignment(statement, checker: checker) else { return nil }
            assignments.append(assignment)
        }
        return assignments
    }

    private init?(_ statement: Substring, checker: any ScriptSyntaxChecker) {
        guard let equals = statement.firstIndex(of: "=") else { return nil }
        let name = statement[..<equals].drop { $0.isWhitespace }
        let text = statement[statement.index(after: equals)...]
        // `==` and `=>` are no assignments; `+=` and the like are no targets.
        guard Self.isOut(name), text.first != "=", text.first != ">" else { return nil }
        source = statement
        target = AssignmentTarget(String(name), checker: checker)
        expression = Expression(String(text), checker: checker)
        guard case .native = expression.form else { return nil }
        if case .invalid = target.form { return nil }
    }

    /// Whether a target is `out` with members, each by name.
    private static func isOut(_ target: Substring) -> Bool {
        let words = target.split(whereSeparator: \.isWhitespace)
        guard words.count == 1 else { return false }
        let path = words[0].split(separator: ".", omittingEmptySubsequences: false)
        return path.first == "out" && path.allSatisfy(isName)
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.first, !first.isNumber else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }
    }

    /// The statements between the semicolons that are in no string; nil when a string does not end, or there is what
    /// could hold a semicolon or a quote.
    private static func statements(of tag: String) -> [Substring]? {
        var statements: [Substring] = []
        var start = tag.startIndex
        var quote: Character?
        var isEscaped = false
        for index in tag.indices {
            let character = tag[index]
            if isEscaped {
                isEscaped = false
            } else if let open = quote {
                if character == "\\" { isEscaped = true }
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "/" {
                // A comment or a regular expression may hold anything; a division is rare.
                return nil
            } else if character == ";" {
                statements.append(tag[start..<index])
                start = tag.index(after: index)
            }
        }
        statements.append(tag[start...])
        return quote == nil ? statements : nil
    }
}
