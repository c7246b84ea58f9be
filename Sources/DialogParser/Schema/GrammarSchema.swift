/// SRGS 1.0 in XML, as a `<grammar>` in a VoiceXML document and as a document of its own.
enum GrammarSchema {
    /// The definition of a document that is a grammar.
    static let document = "srgs.document"

    static let definitions: [(name: String, pattern: SchemaPattern)] =
        [
            ("grammar", LanguageSchema.inEither("grammar", Namespace.grammar, content: "grammar.content")),
            ("grammar.content", .group(content)),
            (document, .element(.name("grammar", namespace: Namespace.grammar), header + rules)),
        ]
        + elements.flatMap { name, content in
            let body = "srgs.\(name).content"
            return [
                ("srgs." + name, LanguageSchema.inEither(name, Namespace.grammar, content: body)),
                (body, SchemaPattern.group([LanguageSchema.otherAttributes] + content)),
            ]
        }

    /// What stands in each element.
    private static let elements: [(name: String, content: [SchemaPattern])] = [
        (
            "rule",
            [
                required("id"), words("scope", "public", "private"),
                .zeroOrMore([.text, .ref("srgs.example")] + expansions),
            ]
        ),
        (
            "item",
            [
                optional("repeat", .matching("\\s*[0-9]+\\s*(-\\s*[0-9]*\\s*)?")), optional("repeat-prob", number),
                optional("weight", number), .zeroOrMore([.text] + expansions),
            ]
        ),
        ("one-of", [.oneOrMore([.ref("srgs.item")])]),
        (
            "ruleref",
            [
                .choice([
                    required("uri"),
                    .attribute(.own("special"), .choice(["NULL", "VOID", "GARBAGE"].map { .value($0) })),
                ]),
                optional("type", .text),
            ]
        ),
        ("token", [.text]), ("tag", [.text]), ("example", [.text]),
        ("lexicon", [required("uri"), optional("type", .text)]),
        ("meta", [.choice([required("name"), required("http-equiv")]), required("content")]),
        ("metadata", [.zeroOrMore([.text, .ref("anything")])]),
    ]

    private static let expansions: [SchemaPattern] = ["token", "ruleref", "item", "one-of", "tag"]
        .map { .ref("srgs." + $0) }

    /// Within VoiceXML: somewhere else, or rules, or the text of another form.
    private static let content: [SchemaPattern] = {
        let rule = Language.element("grammar")
        let places = ["src", "srcexpr"].compactMap { rule?.attribute($0) }.map(LanguageSchema.attribute)
        let others = ["scope", "weight", "fetchhint", "fetchtimeout", "maxage", "maxstale"]
            .compactMap { rule?.attribute($0) }.map { SchemaPattern.optional(LanguageSchema.attribute($0)) }
        return header + others + [.choice([.choice(places), .group(rules), LanguageSchema.words])]
    }()

    private static let header: [SchemaPattern] = [
        optional("version", .value("1.0")), words("mode", "dtmf", "voice"), optional("root", .text),
        optional("tag-format", .text), optional("type", .text), LanguageSchema.otherAttributes,
    ]

    /// Rules with what comes before and between them.
    private static let rules: [SchemaPattern] = {
        let others: [SchemaPattern] = ["lexicon", "meta", "metadata", "tag"].map { .ref("srgs." + $0) }
        return [.zeroOrMore(others), .ref("srgs.rule"), .zeroOrMore([.ref("srgs.rule")] + others)]
    }()

    private static let number = SchemaPattern.matching("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")

    private static func required(_ name: String) -> SchemaPattern { .attribute(.own(name), .text) }

    private static func optional(_ name: String, _ value: SchemaPattern) -> SchemaPattern {
        .optional(.attribute(.own(name), value))
    }

    private static func words(_ name: String, _ words: String...) -> SchemaPattern {
        optional(name, .choice(words.map { .value($0) }))
    }
}
