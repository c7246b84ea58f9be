import Expressions

/// Refuses what would run on when an evaluation is over, where no time limit stops it: async functions, and modules
/// that are imported.
enum Refusal {
    static func problem(in source: ECMAString, _ mentions: Mentions) -> ScriptFailure? {
        guard mentions.mayRunOn else { return nil }
        let tokens = Tokens(source)
        let words = tokens.list.indices.compactMap { refusedWord(at: $0, of: tokens.list) }
        if let word = words.first { return failure(word) }
        // Where it is not clear what a regular expression is, a word may hide: rather refuse a harmless one.
        return tokens.isAmbiguous ? failure("async, await or import") : nil
    }

    private static func failure(_ words: String) -> ScriptFailure {
        ScriptFailure(.syntax, "SyntaxError: \(words) cannot be used here")
    }

    private static func refusedWord(at index: Int, of tokens: [Tokens.Token]) -> String? {
        guard case .word(let word) = tokens[index], ["async", "await", "import"].contains(word.string) else {
            return nil
        }
        func isDot(_ index: Int) -> Bool { index >= 0 && tokens[index] == .punctuator(Tokens.dot) }
        // A member of that name is harmless, what `...` spreads is not.
        if isDot(index - 1), !(isDot(index - 2) && isDot(index - 3)) { return nil }
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        return next == .punctuator(UInt16(UInt8(ascii: ":"))) ? nil : word.string
    }
}
