import Expressions

/// What a program declares at its top level.
struct ProgramDeclarations {
    var variables: [ECMAString] = []
    /// Functions that are there before the first statement.
    var functions: [ECMAString] = []
    /// Variables that a function declared in a block becomes when the block is reached.
    var blockFunctions: [ECMAString] = []

    /// Moves the names of functions that are declared somewhere in the program from the variables to the block
    /// functions.
    mutating func separateBlockFunctions(of program: ECMAString) {
        let words = Tokens(program).list
        let names = Set(words.indices.compactMap { Self.nameOfFunction(declaredAt: $0, of: words) })
        blockFunctions = variables.filter(names.contains)
        variables.removeAll(where: names.contains)
    }

    private static func nameOfFunction(declaredAt index: Int, of tokens: [Tokens.Token]) -> ECMAString? {
        guard tokens[index] == .word("function"), index + 1 < tokens.count, case .word(let name) = tokens[index + 1]
        else { return nil }
        switch index > 0 ? tokens[index - 1] : nil {
        case .punctuator(let unit) where operators.contains(unit): return nil
        case .word(let word) where wordsBeforeExpressions.contains(word): return nil
        default: return name
        }
    }

    /// After these `function` begins an expression.
    private static let operators = Set("=(,:?!&|+-*/%~^<>[.".utf16)
    private static let wordsBeforeExpressions: Set<ECMAString> = [
        "case", "default", "delete", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void", "yield",
    ]
}
