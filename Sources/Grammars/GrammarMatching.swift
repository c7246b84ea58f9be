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
    public var start: MatcherState { MatcherState() }

    /// The state after one more key.
    public func step(_ state: MatcherState, _ key: DTMFKey) -> MatcherState { state }

    /// Where the keys that led to this state stand.
    public func standing(_ state: MatcherState) -> MatchStanding { .noMatch }

    /// The grammars that match exactly these keys, in order of precedence, each with its first derivation in document
    /// order.
    public func matches(_ keys: [DTMFKey]) -> [GrammarMatch] { [] }
}

/// The states of all active grammars after some keys.
public struct MatcherState: Hashable, Codable, Sendable {}

/// One grammar's match.
public struct GrammarMatch: Hashable, Sendable {
    /// Index in `ActiveGrammars.grammars`.
    public var grammar: Int
    public var derivation: RuleMatch
}

/// A rule and how it matched.
public struct RuleMatch: Hashable, Sendable {
    public var rule: String
    public var keys: [DTMFKey]
    /// Keys, tags and referenced rules in the order of the match.
    public var children: [Node]
    /// The tag format of the grammar document that this rule stands in, and that document's header tags.
    public var tagFormat: TagFormat
    public var headerTags: [GrammarTag]

    public enum Node: Hashable, Sendable {
        case keys([DTMFKey])
        case tag(GrammarTag)
        case rule(RuleMatch)
    }
}

/// How the text of tags is read (SRGS 1.0 4.8, SISR 1.0 2).
public enum TagFormat: Hashable, Sendable {
    /// `semantics/1.0`: ECMAScript. Also what a grammar without `tag-format` gets.
    case script
    /// `semantics/1.0-literals`: the text is the value.
    case literals
}

/// A tag: it is evaluated above this room.
public struct GrammarTag: Hashable, Sendable {
    /// Unique within its compiled grammar: index into what the compiler prepares for it.
    public var id: Int
    public var text: String
}

/// A grammar compiled to an automaton: immutable, shared by all calls.
public struct CompiledGrammar: Sendable {
    public enum Mode: Hashable, Sendable { case dtmf, voice }
    /// A voice grammar counts as active and matches no key.
    public let mode: Mode
    /// Every tag, header tags included, by id.
    public let tags: [GrammarTag]
}
