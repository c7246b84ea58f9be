import Diagnostics

/// What a rule matches (SRGS 1.0 2).
indirect enum RuleExpansion: Sendable {
    case key(KeySet)
    case sequence([RuleExpansion])
    case alternatives([RuleExpansion])
    case repetition(RuleExpansion, Repetition)
    case reference(RuleReference)
    case tag(String)
    case null
    case void
    case garbage

    /// Any number of any keys: what GARBAGE means for keys.
    static let anyKeys = RuleExpansion.repetition(.key(.all), Repetition(minimum: 0, maximum: nil))
}

/// How often an item is repeated (SRGS 1.0 2.5). An input never exceeds 512 keys, so larger numbers count as 512.
struct Repetition: Hashable, Sendable {
    /// The longest input in keys.
    static let longest = 512

    let minimum: Int
    /// nil: any number.
    let maximum: Int?

    init(minimum: Int, maximum: Int?) {
        self.minimum = min(minimum, Self.longest)
        self.maximum = maximum.map { min($0, Self.longest) }
    }

    static let optional = Repetition(minimum: 0, maximum: 1)
    static let oneOrMore = Repetition(minimum: 1, maximum: nil)

    static func exactly(_ count: Int) -> Repetition { Repetition(minimum: count, maximum: count) }
}

/// A `<ruleref>` to a rule.
struct RuleReference: Sendable {
    enum Target: Hashable, Sendable {
        case local(String)
        /// The absolute URI of a document without fragment, and the rule; nil: its root.
        case external(document: String, rule: String?)
    }

    var target: Target
    var position: SourcePosition
}
