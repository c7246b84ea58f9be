/// What is known of a property (VoiceXML 2.0 6.3, 2.1 appendix D, and Dialtone's own).
public struct PropertyRule: Sendable {
    public let name: String
    /// Where it is described.
    public let section: String
    /// Whether it changes anything in a call of keys.
    public let isActive: Bool
    let kind: Kind

    /// What its value looks like.
    enum Kind: Sendable {
        case time
        case boolean
        case count(atLeast: Int)
        /// 0 to 1.
        case fraction
        case words([String])
        case wordList([String])
        /// One key, or empty for none.
        case key
        case text
    }

    /// The property of that name; nil: there is none.
    static func of(_ name: String) -> PropertyRule? { byName[name] }

    /// Every property, in the order of the standard.
    public static let all: [PropertyRule] = speech + keys + prompts + fetching + miscellaneous + dialtone

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    private init(_ name: String, _ section: String, _ kind: Kind, isActive: Bool = true) {
        self.name = name
        self.section = section
        self.kind = kind
        self.isActive = isActive
    }

    private static func inactive(_ name: String, _ section: String, _ kind: Kind) -> PropertyRule {
        PropertyRule(name, section, kind, isActive: false)
    }

    private static let speech = [
        inactive("confidencelevel", "VoiceXML 2.0 6.3.2", .fraction),
        inactive("sensitivity", "VoiceXML 2.0 6.3.2", .fraction),
        inactive("speedvsaccuracy", "VoiceXML 2.0 6.3.2", .fraction),
        inactive("completetimeout", "VoiceXML 2.0 6.3.2", .time),
        inactive("incompletetimeout", "VoiceXML 2.0 6.3.2", .time),
        inactive("maxspeechtimeout", "VoiceXML 2.0 6.3.2", .time),
    ]

    private static let keys = [
        PropertyRule("interdigittimeout", "VoiceXML 2.0 6.3.3", .time),
        PropertyRule("termtimeout", "VoiceXML 2.0 6.3.3", .time),
        PropertyRule("termchar", "VoiceXML 2.0 6.3.3", .key),
    ]

    private static let prompts = [
        PropertyRule("bargein", "VoiceXML 2.0 6.3.4", .boolean),
        PropertyRule("bargeintype", "VoiceXML 2.0 6.3.4", .words(["speech", "hotword"])),
        PropertyRule("timeout", "VoiceXML 2.0 6.3.4", .time),
    ]

    /// The gateway fetches audio, and a plugin is not fetched.
    private static let fetching =
        ["audio", "data", "document", "grammar", "object", "script"].flatMap { kind in
            let isActive = kind != "audio" && kind != "object"
            return [
                PropertyRule(
                    kind + "fetchhint", "VoiceXML 2.0 6.3.5", .words(["prefetch", "safe"]), isActive: isActive),
                PropertyRule(kind + "maxage", "VoiceXML 2.0 6.3.5", .count(atLeast: 0), isActive: isActive),
                PropertyRule(kind + "maxstale", "VoiceXML 2.0 6.3.5", .count(atLeast: 0), isActive: isActive),
            ]
        } + [
            PropertyRule("fetchaudio", "VoiceXML 2.0 6.3.5", .text),
            PropertyRule("fetchaudiodelay", "VoiceXML 2.0 6.3.5", .time),
            PropertyRule("fetchaudiominimum", "VoiceXML 2.0 6.3.5", .time),
            PropertyRule("fetchtimeout", "VoiceXML 2.0 6.3.5", .time),
        ]

    private static let miscellaneous = [
        PropertyRule("inputmodes", "VoiceXML 2.0 6.3.6", .wordList(["dtmf", "voice"])),
        inactive("universals", "VoiceXML 2.0 6.3.6", .text),
        PropertyRule("maxnbest", "VoiceXML 2.0 6.3.6", .count(atLeast: 1)),
        PropertyRule("recordutterance", "VoiceXML 2.1 7", .boolean),
        PropertyRule("recordutterancetype", "VoiceXML 2.1 7", .text),
    ]

    private static let dialtone = [
        PropertyRule("dialtone.sensitive", "Dialtone", .boolean),
        PropertyRule("dialtone.steps", "Dialtone", .count(atLeast: 1)),
        PropertyRule("dialtone.failures", "Dialtone", .count(atLeast: 1)),
        PropertyRule("dialtone.calltime", "Dialtone", .time),
    ]
}
