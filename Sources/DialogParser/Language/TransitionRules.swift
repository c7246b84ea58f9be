extension Language {
    static let transitionRules: [ElementRule] = [
        ElementRule(
            "goto", "VoiceXML 2.0 5.3.7", ["next", "expr", "nextitem", "expritem"] + fetching,
            choices: [.one("next", "expr", "nextitem", "expritem")]),
        ElementRule(
            "submit", "VoiceXML 2.0 5.3.8", ["next", "expr", "namelist", "method", "enctype"] + fetching,
            choices: [.one("next", "expr")]),
        ElementRule("exit", "VoiceXML 2.0 5.3.9", ["expr", "namelist"], choices: [.optional("expr", "namelist")]),
        ElementRule(
            "return", "VoiceXML 2.0 5.3.10", ["namelist", .event, "eventexpr", "message", "messageexpr"],
            choices: [.optional("namelist", "event", "eventexpr"), message]),
        ElementRule("disconnect", "VoiceXML 2.0 5.3.11", [.v21("namelist")]),
    ]
}
