import Expressions

/// Keeps `eval` from evaluating what `Refusal` refuses: the text that a direct call is given is assigned to a name on
/// the way, where it is checked, and any other use of `eval` means a function that checks it.
enum EvalGuard {
    private static let check = ECMAString(ReservedNames.check + "=")
    static let eval: ECMAString = "eval"
    private static let indirectEval = ECMAString(ReservedNames.indirectEval)

    /// The text as the engine gets it.
    /// - Throws: `ScriptFailure` for uses of `eval` that cannot be guarded.
    static func guarded(_ source: ECMAString) throws(ScriptFailure) -> ECMAString {
        let tokens = Tokens(source)
        let uses = tokens.list.indices.filter { tokens.list[$0] == .word(eval) }
        if tokens.isAmbiguous, uses.count != source.count(of: eval) {
            throw Refusal.failure("eval beside a regular expression")
        }
        var result: ECMAString = ""
        var copied = 0
        for index in uses where !tokens.isMember(index) && tokens.token(at: index + 1) != .punctuator(":") {
            if tokens.token(at: index + 1) == .punctuator("(") {
                let next = tokens.token(at: index + 2)
                if next == .punctuator(".") { throw Refusal.failure("eval(...") }
                if next == .punctuator(")") { continue }
                result += source.slice(copied, tokens.ends[index + 1]) + check
                copied = tokens.ends[index + 1]
            } else {
                result += source.slice(copied, tokens.ends[index] - eval.count) + indirectEval
                copied = tokens.ends[index]
            }
        }
        return result + source.slice(copied, source.count)
    }

    /// The text as it was before.
    static func original(_ guarded: ECMAString) -> ECMAString {
        replace(indirectEval, by: eval, in: replace(check, by: "", in: guarded))
    }

    private static func replace(_ part: ECMAString, by other: ECMAString, in text: ECMAString) -> ECMAString {
        guard var next = text.firstIndex(of: part) else { return text }
        var result: ECMAString = ""
        var copied = 0
        while true {
            result += text.slice(copied, next) + other
            copied = next + part.count
            guard let following = text.firstIndex(of: part, from: copied) else { break }
            next = following
        }
        return result + text.slice(copied, text.count)
    }
}
