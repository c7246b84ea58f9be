import Expressions

/// What a program declares at its top level.
struct ProgramDeclarations {
    var variables: [ECMAString] = []
    /// Functions that are there before the first statement.
    var functions: [ECMAString] = []
    /// Variables that a function declared in a block may become when the block is reached.
    var blockFunctions: [ECMAString] = []

    /// Moves the names that follow `function` somewhere in the program from the variables to the block functions.
    mutating func separateBlockFunctions(of program: ECMAString) {
        let words = Tokens(program).list
        let names = Set(
            words.indices.compactMap { index -> ECMAString? in
                guard words[index] == .word("function"), index + 1 < words.count,
                    case .word(let name) = words[index + 1]
                else { return nil }
                return name
            })
        blockFunctions = variables.filter(names.contains)
        variables.removeAll(where: names.contains)
    }
}
