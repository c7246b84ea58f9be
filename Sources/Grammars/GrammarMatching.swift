public import CallControl

// The face of this room towards the interpreter. Everything is a value; a matcher's state is Codable.

/// Where the keys pressed so far stand towards all grammars active at one moment.
public enum MatchStanding: String, Hashable, Codable, Sendable {
    /// No active grammar accepts these keys or any continuation of them.
    case noMatch
    /// Some continuation can match.
    case partial
    /// These keys match, and a continuation can match too.
    case canGrow
    /// These keys match, and no continuation can.
    case complete
}

/// Several compiled grammars stepped together, once a key, in the order of their precedence (nearest scope first).
public struct ActiveGrammars: Sendable {
    public let grammars: [CompiledGrammar]

    public init(_ grammars: [CompiledGrammar]) { self.grammars = grammars }

    /// The state before any key.
    public var start: MatcherState { MatcherState(grammars: grammars.map(\.automaton.start)) }

    /// The state after one more key.
    public func step(_ state: MatcherState, _ key: DTMFKey) -> MatcherState {
        MatcherState(
            grammars: zip(grammars, state.grammars).map { grammar, state in
                state.positions.isEmpty ? state : grammar.automaton.step(state, key)
            })
    }

    /// Where the keys that led to this state stand.
    public func standing(_ state: MatcherState) -> MatchStanding {
        let isLive = state.grammars.contains(where: \.isLive)
        if state.grammars.contains(where: \.isAccepting) { return isLive ? .canGrow : .complete }
        return isLive ? .partial : .noMatch
    }

    /// Where each grammar alone stands.
    public func standings(_ state: MatcherState) -> [MatchStanding] {
        state.grammars.map { $0.isAccepting ? ($0.isLive ? .canGrow : .complete) : ($0.isLive ? .partial : .noMatch) }
    }

    /// The keys that lead on from this state.
    public func nextKeys(_ state: MatcherState) -> [DTMFKey] {
        var keys: KeySet = []
        for (grammar, state) in zip(grammars, state.grammars) { keys.formUnion(grammar.automaton.nextKeys(state)) }
        return DTMFKey.allCases.filter(keys.contains)
    }

    /// The grammars that match exactly these keys, in order of precedence, each with its first derivation in document
    /// order.
    public func matches(_ keys: [DTMFKey]) -> [GrammarMatch] {
        let end = keys.reduce(start, step)
        return zip(grammars, end.grammars).enumerated().compactMap { index, pair in
            let (grammar, state) = pair
            guard state.isAccepting else { return nil }
            let derivation =
                grammar.network.derivationWithoutParts(of: keys)
                ?? DerivationParser.firstDerivation(of: keys, in: grammar.network)
            return derivation.map { GrammarMatch(grammar: index, derivation: $0) }
        }
    }
}

/// The states of all active grammars after some keys.
public struct MatcherState: Hashable, Codable, Sendable {
    /// By index in `ActiveGrammars.grammars`.
    var grammars: [GrammarState]
}

extension RuleNetwork {
    /// How keys that are known to match do so where there is nothing to tell: one rule that refers to none, and no tag.
    /// nil: there is.
    fileprivate func derivationWithoutParts(of keys: [DTMFKey]) -> RuleMatch? {
        let refersToItself = nodes.contains { if case .rule = $0 { true } else { false } }
        guard rules.count == 1, tags.isEmpty, !refersToItself else { return nil }
        return RuleMatch(
            rule: rules[0].name, keys: keys, children: keys.isEmpty ? [] : [.keys(keys)],
            tagFormat: headers[rules[0].header].tagFormat)
    }
}
