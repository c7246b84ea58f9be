import CallControl
import Grammars

/// What a key says while a recording or a bridge goes on.
enum HeardKeys {
    /// More keys may come.
    case unfinished(Collection)
    /// These keys match no grammar.
    case unmatched([DTMFKey])
    case matched(MatchedInput)
}

extension Interpreter {
    /// An input that listens beside something else: it has neither a timeout nor a termchar.
    func listening(to grammars: [ActiveGrammar]) throws(DialogEvent) -> Collection {
        var settings = inputSettings
        settings.termtimeout = .zero
        settings.termchar = nil
        return Collection(grammars: grammars, matcher: try activeGrammars(of: grammars).start, settings: settings)
    }

    /// One key of such an input.
    mutating func hear(_ key: DTMFKey, _ input: Collection) throws(DialogEvent) -> HeardKeys {
        let active = try activeGrammars(of: input.grammars)
        var input = input
        input.matcher = active.step(input.matcher, key)
        input.keys.append(key)
        state.timers[.interdigit] = nil
        switch active.standing(input.matcher) {
        case .noMatch: return .unmatched(input.keys)
        case .complete: return .matched(MatchedInput(keys: input.keys, grammars: input.grammars))
        case .partial, .canGrow:
            state.timers[.interdigit] = state.now + input.settings.interdigittimeout
            return .unfinished(input)
        }
    }

    /// What the keys are when no more come.
    func heardUpToPause(_ input: Collection) throws(DialogEvent) -> HeardKeys {
        let standing = try activeGrammars(of: input.grammars).standing(input.matcher)
        return standing == .canGrow || standing == .complete
            ? .matched(MatchedInput(keys: input.keys, grammars: input.grammars)) : .unmatched(input.keys)
    }

    /// The same input without any keys.
    func begunAnew(_ input: Collection) throws(DialogEvent) -> Collection {
        var input = input
        input.keys = []
        input.matcher = try activeGrammars(of: input.grammars).start
        return input
    }
}
