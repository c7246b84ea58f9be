import CJavaScriptCore
import Expressions

/// The texts that have been parsed for a context, kept as long as there are not too many.
final class ScriptTexts {
    /// How many code units of texts are kept.
    private static let sizeLimit = 1 << 21
    private static let countLimit = 2000

    private let context: JSContextRef
    private let parser: ScriptParser
    private var expressions: [ECMAString: ScriptText] = [:]
    private var functions: [ECMAString: ScriptText] = [:]
    private var programs: [ECMAString: ScriptText] = [:]
    private var size = 0

    init(context: JSContextRef, parser: ScriptParser) {
        self.context = context
        self.parser = parser
    }

    /// An expression.
    /// - Throws: `ScriptFailure` where it does not parse or may not be used.
    func expression(_ source: ECMAString) throws(ScriptFailure) -> ScriptText {
        if let text = expressions[source] { return text }
        let text = ScriptText(try parser.expression(source), in: context)
        account(source)
        expressions[source] = text
        return text
    }

    /// A function, as its source text has it.
    /// - Throws: as above.
    func function(_ source: ECMAString) throws(ScriptFailure) -> ScriptText {
        if let text = functions[source] { return text }
        let text = ScriptText(try parser.function(source), in: context)
        account(source)
        functions[source] = text
        return text
    }

    /// A program.
    /// - Throws: as above.
    func program(_ source: ECMAString) throws(ScriptFailure) -> ScriptText {
        if let text = programs[source] { return text }
        let text = ScriptText(try parser.program(source), in: context)
        account(source)
        programs[source] = text
        return text
    }

    /// Gives up all texts.
    func forget() {
        expressions = [:]
        functions = [:]
        programs = [:]
    }

    /// Counts a text that is about to be kept.
    private func account(_ source: ECMAString) {
        size += source.count
        if size > Self.sizeLimit || expressions.count + functions.count + programs.count >= Self.countLimit {
            forget()
            size = source.count
        }
    }
}
