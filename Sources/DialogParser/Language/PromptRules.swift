extension Language {
    static let promptRules: [ElementRule] = [
        ElementRule(
            "prompt", "VoiceXML 2.0 4.1", ["bargein", "bargeintype", "cond", "count", "timeout"],
            children: spoken + ["foreach", "lexicon", "meta", "metadata"], content: .text),
        ElementRule(
            "audio", "VoiceXML 2.0 4.1.3", ["src", "expr"] + caching, choices: [.one("src", "expr")],
            children: spoken + ["desc", "foreach"], content: .text),
        ElementRule("value", "VoiceXML 2.0 4.1.4", [.required("expr")]),
        ElementRule(
            "enumerate", "VoiceXML 2.0 2.2.4", children: spoken.filter { $0 != "enumerate" } + ["foreach"],
            content: .text),
        ElementRule(
            "foreach", "VoiceXML 2.1 6", since: .v21, [.required("array"), .required("item")],
            children: executableContent, content: .text),
    ]

    /// A `<foreach>` in a prompt holds what prompts hold, and nothing that is executed.
    static let foreachInPrompt = ElementRule(
        "foreach", "VoiceXML 2.1 6", since: .v21, [.required("array"), .required("item")],
        children: spoken + ["foreach"], content: .text)
}
