extension Language {
    static let executableRules: [ElementRule] = [
        ElementRule("var", "VoiceXML 2.0 5.3.1", [.required("name"), "expr"]),
        ElementRule(
            "assign", "VoiceXML 2.0 5.3.2",
            [AttributeRule("name", isRequired: true, format: .assignable), .required("expr")]),
        ElementRule("clear", "VoiceXML 2.0 5.3.3", ["namelist"]),
        ElementRule(
            "if", "VoiceXML 2.0 5.3.4", [.required("cond")], children: executableContent + ["elseif", "else"],
            content: .text),
        ElementRule("elseif", "VoiceXML 2.0 5.3.4", [.required("cond")]),
        ElementRule("else", "VoiceXML 2.0 5.3.4"),
        ElementRule(
            "script", "VoiceXML 2.0 5.3.12", ["src", .v21("srcexpr"), "charset"] + caching,
            choices: [.one("src", "srcexpr", orContent: true)], content: .text),
        ElementRule("log", "VoiceXML 2.0 5.3.13", ["label", "expr"], children: ["value"], content: .text),
    ]
}
