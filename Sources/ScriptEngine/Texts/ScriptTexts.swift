import CJavaScriptCore
import Expressions

/// The texts that have been checked, kept as long as there are not too many.
final class ScriptTexts {
    /// How many code units of texts are kept.
    private static let sizeLimit = 1 << 21
    private static let countLimit = 2000

    private let context: JSContextRef
    private let bare: BareContext
    private var expressions: [ECMAString: ScriptText] = [:]
    private var functions: [ECMAString: ScriptText] = [:]
    private var programs: [ECMAString: ScriptText] = [:]
    private var size = 0

    init(context: JSContextRef, bare: BareContext) {
        self.context = context
        self.bare = bare
    }

    /// Gives up all texts, and the context for parsing.
    func release() {
        forget()
        bare.release()
    }

    /// An expression.
    /// - Throws: `ScriptFailure` where it does not parse or may not be used.
    func expression(_ source: ECMAString) throws(ScriptFailure) -> ScriptText {
        if let text = expressions[source] { return text }
        let mentions = try permitted(source)
        // What parses in both is one expression: no bracket in it closes the one around it.
        if let problem = bare.problem(in: "(" + source + "\n)") ?? bare.problem(in: "[" + source + "\n]") {
            throw ScriptFailure(.syntax, problem)
        }
        let text = try ScriptText(source, .expression, mentions, in: context)
        account(source)
        expressions[source] = text
        return text
    }

    /// A function, as its source text has it.
    func function(_ source: ECMAString) throws(ScriptFailure) -> ScriptText {
        if let text = functions[source] { return text }
        let mentions = try permitted(source)
        let isMethod = bare.problem(in: "(" + source + "\n)") != nil
        if isMethod, let problem = bare.problem(in: "({" + source + "\n})") {
            throw ScriptFailure(.syntax, problem)
        }
        let text = try ScriptText(source, isMethod ? .method : .function, mentions, in: context)
        account(source)
        functions[source] = text
        return text
    }

    /// A program.
    func program(_ source: ECMAString) throws(ScriptFailure) -> ScriptText {
        if let text = programs[source] { return text }
        let mentions = try permitted(source)
        let text = try ScriptText(source, .program(try bare.declarations(of: source)), mentions, in: context)
        account(source)
        programs[source] = text
        return text
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

    /// Counts a text that is about to be kept.
    private func account(_ source: ECMAString) {
        size += source.count
        if size > Self.sizeLimit || expressions.count + functions.count + programs.count >= Self.countLimit {
            forget()
            size = source.count
        }
    }

    private func forget() {
        expressions = [:]
        functions = [:]
        programs = [:]
    }
}
