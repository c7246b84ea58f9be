extension Language {
    private static func handler(_ name: String, _ section: String, _ attributes: [AttributeRule] = []) -> ElementRule {
        ElementRule(
            name, "VoiceXML 2.0 " + section, attributes + ["count", "cond"], children: executableContent,
            content: .text)
    }

    static let eventRules: [ElementRule] = [
        ElementRule(
            "throw", "VoiceXML 2.0 5.2.1", [.event, "eventexpr", "message", "messageexpr"],
            choices: [.one("event", "eventexpr"), message]),
        handler("catch", "5.2.2", ["event"]),
        handler("error", "5.2.3"), handler("help", "5.2.3"), handler("noinput", "5.2.3"), handler("nomatch", "5.2.3"),
        ElementRule("reprompt", "VoiceXML 2.0 5.3.6"),
    ]
}
