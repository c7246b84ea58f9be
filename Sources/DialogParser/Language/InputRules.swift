extension Language {
    static let inputRules: [ElementRule] = [
        ElementRule(
            "filled", "VoiceXML 2.0 2.4", [.words("mode", "all", "any"), "namelist"], children: executableContent,
            content: .text),
        ElementRule(
            "link", "VoiceXML 2.0 2.5",
            ["dtmf", "next", "expr", .event, "eventexpr", "message", "messageexpr"] + fetching,
            choices: [.one("next", "expr", "event", "eventexpr"), message], children: ["grammar"]),
        ElementRule(
            "grammar", "VoiceXML 2.0 3.1.1",
            ["version", "mode", "root", "tag-format", "src", .v21("srcexpr"), "scope", "type", "weight"] + caching,
            choices: [.one("src", "srcexpr", orContent: true)], content: .foreign),
    ]
}
