import Expressions

/// Parses texts, and evaluates none. It is made much quicker than a virtual machine, and outlives several.
final class ScriptParser {
    private let bare = BareContext()

    /// An expression.
    /// - Throws: `ScriptFailure` where it does not parse or may not be used.
    func expression(_ source: ECMAString) throws(ScriptFailure) -> ParsedText {
        let mentions = try permitted(source)
        // What parses in both is one expression: no bracket in it closes the one around it.
        if let problem = bare.problem(in: "(" + source + "\n)") ?? bare.problem(in: "[" + source + "\n]") {
            throw ScriptFailure(.syntax, problem)
        }
        return try ParsedText(source, .expression, mentions)
    }

    /// A function, as its source text has it.
    /// - Throws: as above.
    func function(_ source: ECMAString) throws(ScriptFailure) -> ParsedText {
        let mentions = try permitted(source)
        let isMethod = bare.problem(in: "(" + source + "\n)") != nil
        if isMethod, let problem = bare.problem(in: "({" + source + "\n})") {
            throw ScriptFailure(.syntax, problem)
        }
        return try ParsedText(source, isMethod ? .method : .function, mentions)
    }

    /// A program.
    /// - Throws: as above.
    func program(_ source: ECMAString) throws(ScriptFailure) -> ParsedText {
        let mentions = try permitted(source)
        return try ParsedText(source, .program(try bare.declarations(of: source)), mentions)
    }

    /// Checks a text that `eval` is about to evaluate.
    /// - Throws: `ScriptFailure` where it may not be used.
    func permit(evaluated source: ECMAString) throws(ScriptFailure) {
        if try permitted(source).usesEval { throw Refusal.failure("eval within eval") }
    }

    private func permitted(_ source: ECMAString) throws(ScriptFailure) -> Mentions {
        let mentions = Mentions(source)
        if let problem = Refusal.problem(in: source, mentions) { throw problem }
        return mentions
    }
}
