extension Language {
    private static func rule(_ name: String, _ section: String, _ attributes: [AttributeRule] = []) -> ElementRule {
        ElementRule(name, "SSML 1.0 " + section, attributes, children: spoken + ["foreach"], content: .text)
    }

    static let speechMarkupRules: [ElementRule] = [
        rule("p", "2.1.5"), rule("paragraph", "2.1.5"), rule("s", "2.1.5"), rule("sentence", "2.1.5"),
        rule("say-as", "2.1.8", ["interpret-as", "format", "detail", "type", "sub", "class"]),
        rule("phoneme", "2.1.9", [.required("ph"), "alphabet"]),
        rule("sub", "2.1.10", [.required("alias")]),
        rule("voice", "2.2.1", [.words("gender", "male", "female", "neutral"), "age", "variant", "name", "category"]),
        rule("emphasis", "2.2.2", [.words("level", "strong", "moderate", "none", "reduced")]),
        ElementRule(
            "break", "SSML 1.0 2.2.3",
            [
                "time", .words("strength", "none", "x-weak", "weak", "medium", "strong", "x-strong"),
                .words("size", "none", "small", "medium", "large"),
            ]),
        rule("prosody", "2.2.4", ["pitch", "contour", "range", "rate", "duration", "volume"]),
        ElementRule(
            "mark", "VoiceXML 2.1 4", ["name", .v21("nameexpr")], choices: [.one("name", "nameexpr")]),
        ElementRule("desc", "SSML 1.0 2.3.2", content: .text),
        ElementRule("lexicon", "SSML 1.0 2.1.4", [.required("uri"), "type"]),
    ]
}
