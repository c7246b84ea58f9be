public import CallControl

/// One grammar's match.
public struct GrammarMatch: Hashable, Sendable {
    /// Index in `ActiveGrammars.grammars`.
    public var grammar: Int
    public var derivation: RuleMatch

    public init(grammar: Int, derivation: RuleMatch) {
        self.grammar = grammar
        self.derivation = derivation
    }
}

/// A rule and how it matched.
public struct RuleMatch: Hashable, Sendable {
    public var rule: String
    public var keys: [DTMFKey]
    /// Keys, tags and referenced rules in the order of the match. Rules nested deeper than `depthLimit` stand there as
    /// their keys.
    public var children: [Node]
    /// The tag format of the grammar document that this rule stands in, and that document's header tags.
    public var tagFormat: TagFormat
    public var headerTags: [GrammarTag]

    public enum Node: Hashable, Sendable {
        case keys([DTMFKey])
        case tag(GrammarTag)
        case rule(RuleMatch)
    }

    /// How deep rules are nested in a match at most.
    public static let depthLimit = 512

    public init(
        rule: String, keys: [DTMFKey], children: [Node], tagFormat: TagFormat = .script, headerTags: [GrammarTag] = []
    ) {
        self.rule = rule
        self.keys = keys
        self.children = children
        self.tagFormat = tagFormat
        self.headerTags = headerTags
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

    public init(id: Int, text: String) {
        self.id = id
        self.text = text
    }
}
