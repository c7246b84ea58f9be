import Expressions

/// Refuses what would run on when an evaluation is over, where no time limit stops it: async functions, and modules
/// that are imported.
enum Refusal {
    static func problem(in source: ECMAString, _ mentions: Mentions) -> ScriptFailure? {
        if mentions.usesReservedName { return failure("names that begin with \(ReservedNames.prefix)") }
        if mentions.usesEscapes, let word = escapedWord(in: source) { return failure("\(word) spelled with escapes") }
        guard mentions.mayRunOn else { return nil }
        let tokens = Tokens(source)
        if let word = tokens.list.indices.compactMap({ refusedWord(at: $0, of: tokens) }).first { return failure(word) }
        // Where it is not clear what a regular expression is, a word may hide: rather refuse a harmless one.
        return tokens.isAmbiguous ? failure("async, await or import") : nil
    }

    /// A word that has a meaning here and that the text spells with escapes.
    private static func escapedWord(in source: ECMAString) -> String? {
        let plain = source.decodingEscapes()
        return [EvalGuard.eval.string, ReservedNames.prefix].first { word in
            plain.count(of: ECMAString(word)) != source.count(of: ECMAString(word))
        }
    }

    static func failure(_ words: String) -> ScriptFailure {
        ScriptFailure(.syntax, "SyntaxError: \(words) cannot be used here")
    }

    private static func refusedWord(at index: Int, of tokens: Tokens) -> String? {
        guard case .word(let word) = tokens.list[index], ["async", "await", "import"].contains(word.string),
            !tokens.isMember(index), tokens.token(at: index + 1) != .punctuator(":")
        else { return nil }
        return word.string
    }
}
