extension Language {
    static let dialogRules: [ElementRule] = [
        ElementRule(
            "form", "VoiceXML 2.0 2.1", ["id", "scope"],
            children: eventHandlers
                + [
                    "block", "data", "field", "filled", "grammar", "initial", "link", "object", "property", "record",
                    "script", "subdialog", "transfer", "var",
                ]),
        ElementRule(
            "menu", "VoiceXML 2.0 2.2.1", ["id", "scope", "accept", AttributeRule("dtmf", format: .boolean)],
            children: eventHandlers + spoken + ["choice", "link", "prompt", "property", "script"], content: .text),
        ElementRule(
            "choice", "VoiceXML 2.0 2.2.2",
            ["dtmf", "accept", "next", "expr", .event, "eventexpr", "message", "messageexpr"] + fetching,
            choices: [.one("next", "expr", "event", "eventexpr"), message], children: spoken + ["grammar"],
            content: .text),
    ]
}
