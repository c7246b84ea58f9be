public import MarkupReader

/// The language as tables: every element of VoiceXML 2.0 and 2.1 and of the SSML in its prompts. They are wider than the
/// schema where documents in use are: executable content takes all markup of prompts, and menus take links and scripts.
public enum Language {
    /// Every element, in the order of the standard.
    public static let elements: [ElementRule] =
        documentRules + dialogRules + formItemRules + inputRules + promptRules + speechMarkupRules + eventRules
        + executableRules + transitionRules

    /// The rule of the element with that name.
    public static func element(_ name: String) -> ElementRule? { byName[name] }

    /// The rule of an element as it stands in another one.
    static func element(_ name: String, in parent: ElementRule) -> ElementRule? {
        name == "foreach" && !parent.children.contains("assign") ? foreachInPrompt : byName[name]
    }

    /// The rule of an element; nil when it belongs to another language.
    public static func rule(of element: MarkupElement) -> ElementRule? {
        Namespace.isOurs(element) ? byName[element.name] : nil
    }

    /// The elements in which that element can stand.
    public static func parents(of name: String) -> [String] {
        elements.filter { $0.children.contains(name) }.map(\.name)
    }

    private static let byName = Dictionary(elements.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

// Sets of elements and attributes that many rules share.
extension Language {
    static let eventHandlers = ["catch", "error", "help", "noinput", "nomatch"]

    /// SSML within sentences and around them.
    static let speechMarkup = [
        "break", "emphasis", "mark", "p", "paragraph", "phoneme", "prosody", "s", "say-as", "sentence", "sub", "voice",
    ]

    /// Whether elements of that name may be in the namespace of SSML.
    static func isSpeech(_ name: String) -> Bool { speechMarkup.contains(name) || name == "audio" }

    /// What a prompt says, with or without a `<prompt>` around it.
    static let spoken = ["audio", "enumerate", "value"] + speechMarkup

    static func isSpoken(_ name: String) -> Bool { spokenNames.contains(name) }

    private static let spokenNames = Set(spoken)

    static let executableContent =
        [
            "assign", "clear", "data", "disconnect", "exit", "foreach", "goto", "if", "log", "prompt", "reprompt",
            "return", "script", "submit", "throw", "var",
        ] + spoken

    /// `fetchhint`, `fetchtimeout`, `maxage`, `maxstale` (VoiceXML 2.0 6.1).
    static let caching: [AttributeRule] = ["fetchhint", "fetchtimeout", "maxage", "maxstale"]
    static let fetching: [AttributeRule] = ["fetchaudio"] + caching

    static let formItem: [AttributeRule] = ["name", "expr", "cond"]
    static let message = AttributeChoice.optional("message", "messageexpr")
}
