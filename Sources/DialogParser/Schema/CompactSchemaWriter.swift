/// Writes patterns in the compact syntax of RELAX NG, the one that Emacs reads.
struct CompactSchemaWriter {
    private(set) var text = """
        # VoiceXML 2.0 and 2.1 with SSML, SRGS and the attributes of urn:dialtone.
        default namespace vxml = "\(Namespace.voiceXML)"
        namespace srgs = "\(Namespace.grammar)"
        namespace ssml = "\(Namespace.speech)"
        namespace dialtone = "\(Namespace.dialtone)"
        namespace local = ""
        datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"

        """

    private static let prefixes = [
        Namespace.voiceXML: "vxml", Namespace.grammar: "srgs", Namespace.speech: "ssml", Namespace.dialtone: "dialtone",
    ]

    mutating func start(_ pattern: SchemaPattern) { text += "start = \(Self.written(pattern))\n" }

    mutating func define(_ name: String, _ pattern: SchemaPattern) {
        text += "\(Self.identifier(name)) =\n  \(Self.written(pattern))\n"
    }

    private static func list(_ patterns: [SchemaPattern]) -> String {
        patterns.isEmpty ? "empty" : patterns.map(written).joined(separator: ",\n    ")
    }

    private static func written(_ pattern: SchemaPattern) -> String {
        switch pattern {
        case .element(let names, let content): "element \(written(names)) { \(list(content)) }"
        case .attribute(let names, let value): "attribute \(written(names)) { \(written(value)) }"
        case .ref(let name): identifier(name)
        case .text: "text"
        case .matching(let expression):
            "xsd:token { pattern = \"\(expression)\" }"
        case .value(let word): "token \"\(word)\""
        case .choice(let patterns): "(" + patterns.map(written).joined(separator: " | ") + ")"
        case .group(let patterns): "(" + list(patterns) + ")"
        case .optional(let pattern): written(pattern) + "?"
        case .zeroOrMore(let patterns): written(.choice(patterns)) + "*"
        case .oneOrMore(let patterns): written(.choice(patterns)) + "+"
        }
    }

    private static func written(_ names: SchemaNames) -> String {
        switch names {
        case .own(let name): return name
        case .name(let name, let namespace): return "\(prefixes[namespace] ?? "local"):\(name)"
        case .any(let namespaces, let others):
            let excepted =
                namespaces.map { ($0.flatMap { prefixes[$0] } ?? "local") + ":*" } + others.map(written)
            return excepted.isEmpty ? "*" : "* - (\(excepted.joined(separator: " | ")))"
        }
    }

    /// Words of the syntax are quoted where they are names of definitions.
    private static func identifier(_ name: String) -> String { (words.contains(name) ? "\\" : "") + name }

    private static let words: Set = [
        "attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include", "inherit",
        "list", "mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token",
    ]
}
