/// The names that ECMAScript text declares, or may: more rather than fewer.
struct ScriptDeclarations {
    private(set) var names: Set<String> = []
    /// Whether the statement that is read began with `var` or the like.
    private var isInDeclaration = false

    init(_ tokens: [ScriptWords.Token]) {
        for (index, token) in tokens.enumerated() {
            switch token {
            case .word("var"), .word("let"), .word("const"): isInDeclaration = true
            case .word("function"), .word("catch"): addParameters(after: index + 1, in: tokens)
            case .word(let word): if isDeclared(at: index, in: tokens) { names.insert(word) }
            case .arrow: addParameters(before: index, in: tokens)
            case .mark(";"): isInDeclaration = false
            default: break
            }
        }
    }

    /// Behind `var` and the like, in what may go on such a list, or where it is assigned to.
    private func isDeclared(at index: Int, in tokens: [ScriptWords.Token]) -> Bool {
        let before = index > 0 ? tokens[index - 1] : nil
        if before == .mark("("), index + 1 < tokens.count, [.word("in"), .word("of")].contains(tokens[index + 1]) {
            return true
        }
        if tokens[..<index].suffix(3) == [.mark("."), .mark("."), .mark(".")] { return isInDeclaration }
        if before != .mark("."), index + 1 < tokens.count, tokens[index + 1] == .mark("=") { return true }
        switch before {
        case .word(let word): return ["var", "let", "const", "function", "class"].contains(word)
        case .mark("*"): return index > 1 && tokens[index - 2] == .word("function")
        case .mark(","), .mark("{"), .mark("["), .mark(":"): return isInDeclaration
        default: return false
        }
    }

    private mutating func addParameters(after start: Int, in tokens: [ScriptWords.Token]) {
        guard let open = tokens[min(start, tokens.count)...].prefix(2).firstIndex(of: .mark("(")) else { return }
        var depth = 0
        add(
            tokens[open...].prefix { token in
                if token == .mark("(") { depth += 1 }
                if token == .mark(")") { depth -= 1 }
                return depth > 0
            })
    }

    private mutating func addParameters(before arrow: Int, in tokens: [ScriptWords.Token]) {
        guard arrow > 0 else { return }
        if tokens[arrow - 1] == .mark(")") {
            add(tokens[..<arrow].reversed().prefix { $0 != .mark("(") })
        } else {
            add(tokens[(arrow - 1)..<arrow])
        }
    }

    private mutating func add(_ parameters: some Sequence<ScriptWords.Token>) {
        for case .word(let word) in parameters { names.insert(word) }
    }
}
