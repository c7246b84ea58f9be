import Expressions

/// A text that parses and may be used.
struct ParsedText {
    enum Kind {
        case expression
        /// A function expression: its value is the function.
        case function
        /// A method as an object literal has it: its value is the function, too.
        case method
        case program(ProgramDeclarations)
    }

    let source: ECMAString
    let kind: Kind
    let mentions: Mentions
    /// The text as the engine gets it.
    let guarded: ECMAString

    /// - Throws: `ScriptFailure` for a use of `eval` that cannot be guarded.
    init(_ source: ECMAString, _ kind: Kind, _ mentions: Mentions) throws(ScriptFailure) {
        guarded = mentions.usesEval ? try EvalGuard.guarded(source) : source
        self.source = source
        self.kind = kind
        self.mentions = mentions
    }
}
