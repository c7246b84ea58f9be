extension Language {
    static let documentRules: [ElementRule] = [
        ElementRule(
            "vxml", "VoiceXML 2.0 1.5.1", [.required("version"), "application"],
            children: eventHandlers
                + ["data", "form", "link", "menu", "meta", "metadata", "property", "script", "var"]),
        ElementRule(
            "meta", "VoiceXML 2.0 6.2.1", ["name", "http-equiv", .required("content")],
            choices: [.one("name", "http-equiv")]),
        ElementRule("metadata", "VoiceXML 2.0 6.2.2", content: .foreign),
        ElementRule("property", "VoiceXML 2.0 6.3", [.required("name"), .required("value")]),
        ElementRule(
            "data", "VoiceXML 2.1 5", since: .v21,
            ["name", "src", "srcexpr", "method", "namelist", "enctype"] + fetching,
            choices: [.one("src", "srcexpr")]),
    ]
}
