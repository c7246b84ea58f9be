/// The variables that ECMAScript text uses, as far as that is certain.
struct UsedNames {
    /// Read from the scopes around the text.
    private(set) var variables: Set<String> = []
    /// Read as `variable.member`.
    private(set) var members: Set<Member> = []

    struct Member: Hashable {
        var variable: String
        var name: String
    }

    /// Of an expression or a script; nothing where it is beyond `ScriptWords`, or has methods of its own making.
    init(_ text: String) {
        guard let tokens = ScriptWords(text)?.tokens, !Self.isBeyond(text, tokens) else { return }
        let own = tokens.contains(where: \.mayDeclare) ? ScriptDeclarations(tokens).names : []
        for (index, token) in tokens.enumerated() {
            guard case .word(let word) = token, !Self.keywords.contains(word), !own.contains(word) else { continue }
            let before = index > 0 ? tokens[index - 1] : nil
            guard before != .mark("."), before != .word("break"), before != .word("continue"),
                !Self.isOperandOfTypeof(index, in: tokens)
            else { continue }
            // The key of an object literal, or a label.
            if tokens.indices.contains(index + 1), tokens[index + 1] == .mark(":"),
                !Self.isBranch(index, in: tokens)
            {
                continue
            }
            variables.insert(word)
            if let member = Self.member(after: index, in: tokens) {
                members.insert(Member(variable: word, name: member))
            }
        }
    }

    /// `typeof name` and `typeof (name)` read nothing.
    private static func isOperandOfTypeof(_ index: Int, in tokens: [ScriptWords.Token]) -> Bool {
        let before = tokens[..<index].suffix(2)
        return before.last == .word("typeof") || before == [.word("typeof"), .mark("(")]
    }

    /// Whether names in it may be anything: methods', those of an object that `with` opens, or in a comment of HTML.
    private static func isBeyond(_ text: String, _ tokens: [ScriptWords.Token]) -> Bool {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") }) else { return false }
        return tokens.contains(.word("with")) || text.contains("<!--") || ScriptMethods.areDeclared(in: tokens)
    }

    /// Whether a word before a colon is a branch of a conditional: a question mark stands before it, nearer than what
    /// begins an object or a statement.
    private static func isBranch(_ index: Int, in tokens: [ScriptWords.Token]) -> Bool {
        var depth = 0
        for token in tokens[..<index].reversed() {
            switch token {
            case .mark(")"), .mark("]"), .mark("}"): depth += 1
            case .mark("("), .mark("["), .mark("{"), .mark(";"):
                if depth == 0 { return false }
                if token != .mark(";") { depth -= 1 }
            case .mark(","), .mark(":"): if depth == 0 { return false }
            case .mark("?"): if depth == 0 { return true }
            default: break
            }
        }
        return false
    }

    private static func member(after index: Int, in tokens: [ScriptWords.Token]) -> String? {
        guard index + 2 < tokens.count, tokens[index + 1] == .mark("."), case .word(let name) = tokens[index + 2]
        else { return nil }
        // What is written is not read.
        if index + 3 < tokens.count, tokens[index + 3] == .mark("=") { return nil }
        return name
    }

    private static let keywords: Set<String> = [
        "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do",
        "else", "enum", "export", "extends", "false", "finally", "for", "function", "get", "if", "import", "in",
        "instanceof", "let", "new", "null", "of", "return", "set", "static", "super", "switch", "this", "throw", "true",
        "try", "typeof", "var", "void", "while", "with", "yield", "arguments",
    ]
}

extension ScriptWords.Token {
    /// Whether an expression with it may declare names of its own.
    fileprivate var mayDeclare: Bool {
        switch self {
        case .arrow, .word("function"), .mark("="): true
        default: false
        }
    }
}
