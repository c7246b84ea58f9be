/// The language as a RELAX NG schema, for editors and for `check`: made of the tables that the parser uses.
public enum LanguageSchema {
    /// The schema in XML syntax. It holds for VoiceXML documents and for grammars in XML.
    public static let text: String = {
        var writer = SchemaWriter()
        writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        writer.line("<!-- VoiceXML 2.0 and 2.1 with SSML, SRGS and the attributes of urn:dialtone. -->")
        let attributes =
            "xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"\(Namespace.voiceXML)\" "
            + "datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\""
        writer.element("grammar", attributes) { writer in
            writer.element("start") { $0.write(start) }
            for (name, pattern) in definitions { writer.define(name, pattern) }
        }
        return writer.text
    }()

    /// The same schema in compact syntax.
    public static let compactText: String = {
        var writer = CompactSchemaWriter()
        writer.start(start)
        for (name, pattern) in definitions { writer.define(name, pattern) }
        return writer.text
    }()

    private static let start = SchemaPattern.choice([.ref("vxml"), .ref(GrammarSchema.document)])

    private static let definitions: [(name: String, pattern: SchemaPattern)] =
        Language.elements.filter { $0.name != "grammar" }.flatMap { definitions(of: $0, as: $0.name) }
        + definitions(of: Language.foreachInPrompt, as: foreachInPrompt) + GrammarSchema.definitions
        + [(foreign, foreignElement), (anything, anyElement)]

    private static let foreachInPrompt = "foreach-in-prompt"
    private static let foreign = "foreign"
    private static let anything = "anything"

    /// Elements of SSML may be in its namespace.
    private static func definitions(
        of rule: ElementRule, as name: String
    ) -> [(name: String, pattern: SchemaPattern)] {
        let content = attributes(of: rule) + [otherAttributes] + content(of: rule)
        guard Language.isSpeech(rule.name) else { return [(name, .element(.own(rule.name), content))] }
        let body = name + ".content"
        return [(name, inEither(rule.name, Namespace.speech, content: body)), (body, .group(content))]
    }

    /// An element of that name in the namespace of VoiceXML or in another one. (Two patterns and not a choice of names,
    /// which libxml2 cannot compare with those that except some.)
    static func inEither(_ name: String, _ namespace: String, content: String) -> SchemaPattern {
        .choice([
            .element(.own(name), [.ref(content)]), .element(.name(name, namespace: namespace), [.ref(content)]),
        ])
    }

    // MARK: Attributes

    static func attributes(of rule: ElementRule) -> [SchemaPattern] {
        let chosen = Set(rule.choices.flatMap(\.names))
        let free = rule.attributes.filter { !chosen.contains($0.name) }.map { rule in
            rule.isRequired ? attribute(rule) : .optional(attribute(rule))
        }
        let choices = rule.choices.filter { !$0.includesContent }.map { choice in
            let alternatives = SchemaPattern.choice(choice.names.compactMap(rule.attribute).map(attribute))
            return choice.isRequired ? alternatives : .optional(alternatives)
        }
        let added = (Language.dialtoneAttributes[rule.name] ?? []).map { added in
            SchemaPattern.optional(
                .attribute(.name(added.name, namespace: Namespace.dialtone), value(of: added.format)))
        }
        return free + choices + added
    }

    static func attribute(_ rule: AttributeRule) -> SchemaPattern {
        .attribute(.own(rule.name), rule.name == "version" ? version : value(of: rule.format))
    }

    private static let version = SchemaPattern.choice(LanguageVersion.allCases.map { .value($0.rawValue) })

    /// `xml:lang` and what belongs to somebody else.
    static let otherAttributes = SchemaPattern.zeroOrMore([
        .attribute(.any(besides: [nil, Namespace.dialtone]), .text)
    ])

    static func value(of format: AttributeRule.Format) -> SchemaPattern {
        switch format {
        case .any, .uri, .expression, .assignable, .names: .text
        case .eventName: .matching("\\S+")
        case .words(let words): .choice(words.map { .value($0) })
        case .boolean: .choice([.value("true"), .value("false")])
        case .time: .matching("\\+?([0-9]{1,12}|[0-9]{0,12}\\.[0-9]+)m?s")
        case .count(let least): .matching(least == 0 ? "[0-9]+" : "0*[1-9][0-9]*")
        case .number: .matching("[0-9]+(\\.[0-9]*)?|\\.[0-9]+")
        case .keys: .matching("\\s*([0-9*#A-Da-d]\\s*)+")
        }
    }

    // MARK: Content

    private static func content(of rule: ElementRule) -> [SchemaPattern] {
        guard let choice = rule.choices.first(where: \.includesContent) else { return children(of: rule) }
        let outside = choice.names.compactMap(rule.attribute).map(attribute)
        return [.choice(outside + [words])]
    }

    /// Text that is not only white space.
    static let words = SchemaPattern.matching("\\s*\\S[\\s\\S]*")

    private static func children(of rule: ElementRule) -> [SchemaPattern] {
        switch rule.content {
        case .foreign: return [.zeroOrMore([.text, .ref(anything)])]
        case .elements: return [.zeroOrMore(parts(of: rule))]
        case .text:
            let parts = SchemaPattern.zeroOrMore([.text] + parts(of: rule))
            guard rule.name == "if" else { return [parts] }
            // The branches in their order.
            return [
                parts, .zeroOrMore([.group([.ref("elseif"), parts])]), .optional(.group([.ref("else"), parts])),
            ]
        }
    }

    private static func parts(of rule: ElementRule) -> [SchemaPattern] {
        let children = rule.children.filter { !["else", "elseif"].contains($0) }
        return children.map { name in
            let isOfPrompt = name == "foreach" && Language.element(name, in: rule)?.children.contains("assign") == false
            return .ref(isOfPrompt ? foreachInPrompt : name)
        } + [.ref(foreign)]
    }

    // MARK: Other languages

    /// An element that this language passes over.
    private static let foreignElement = SchemaPattern.element(
        .any(
            besides: [Namespace.voiceXML, nil],
            and: [.name("grammar", namespace: Namespace.grammar)]
                + Language.elements.map(\.name).filter(Language.isSpeech).map { .name($0, namespace: Namespace.speech) }
        ),
        anyContent)

    private static let anyElement = SchemaPattern.element(.any(besides: []), anyContent)

    private static let anyContent: [SchemaPattern] = [
        .zeroOrMore([.attribute(.any(besides: []), .text)]), .zeroOrMore([.text, .ref(anything)]),
    ]
}
