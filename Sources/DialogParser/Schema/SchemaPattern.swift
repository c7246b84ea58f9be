/// A pattern of RELAX NG (ISO/IEC 19757-2).
indirect enum SchemaPattern: Sendable {
    case element(SchemaNames, [SchemaPattern])
    case attribute(SchemaNames, SchemaPattern)
    /// A definition by its name.
    case ref(String)
    case text
    /// Text that a regular expression of XML Schema matches.
    case matching(String)
    case value(String)
    case choice([SchemaPattern])
    case group([SchemaPattern])
    case optional(SchemaPattern)
    case zeroOrMore([SchemaPattern])
    case oneOrMore([SchemaPattern])
}

/// Names of elements or attributes.
indirect enum SchemaNames: Sendable {
    /// In the namespace of VoiceXML for elements, in none for attributes.
    case own(String)
    case name(String, namespace: String)
    /// All names of all namespaces but these; nil is no namespace.
    case any(besides: [String?], and: [SchemaNames] = [])
}

/// Writes patterns as XML.
struct SchemaWriter {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ text: String) { self.text += String(repeating: "  ", count: depth) + text + "\n" }

    /// An element with others in it.
    mutating func element(_ name: String, _ attributes: String = "", _ content: (inout Self) -> Void) {
        line("<\(name)\(attributes.isEmpty ? "" : " " + attributes)>")
        depth += 1
        content(&self)
        depth -= 1
        line("</\(name)>")
    }

    mutating func define(_ name: String, _ pattern: SchemaPattern) {
        element("define", "name=\"\(name)\"") { $0.write(pattern) }
    }

    mutating func write(_ pattern: SchemaPattern) {
        switch pattern {
        case .element(.own(let name), let content): element("element", "name=\"\(name)\"") { $0.write(content) }
        case .element(let names, let content):
            element("element") { writer in
                writer.write(names)
                writer.write(content)
            }
        case .attribute(.own(let name), .text): line("<attribute name=\"\(name)\"/>")
        case .attribute(.own(let name), let value): element("attribute", "name=\"\(name)\"") { $0.write(value) }
        case .attribute(.name(let name, let namespace), let value):
            element("attribute", "name=\"\(name)\" ns=\"\(namespace)\"") { $0.write(value) }
        case .attribute(let names, let value):
            element("attribute") { writer in
                writer.write(names)
                writer.write(value)
            }
        case .ref(let name): line("<ref name=\"\(name)\"/>")
        case .text: line("<text/>")
        case .matching(let expression):
            element("data", "type=\"token\"") { $0.line("<param name=\"pattern\">\(expression)</param>") }
        case .value(let word): line("<value type=\"token\">\(word)</value>")
        case .choice(let patterns): element("choice") { $0.write(patterns) }
        case .group(let patterns): element("group") { $0.write(patterns) }
        case .optional(let pattern): element("optional") { $0.write(pattern) }
        case .zeroOrMore(let patterns):
            element("zeroOrMore") { $0.write(patterns.count > 1 ? [.choice(patterns)] : patterns) }
        case .oneOrMore(let patterns):
            element("oneOrMore") { $0.write(patterns.count > 1 ? [.choice(patterns)] : patterns) }
        }
    }

    private mutating func write(_ patterns: [SchemaPattern]) {
        for pattern in patterns { write(pattern) }
    }

    private mutating func write(_ names: SchemaNames) {
        switch names {
        case .own(let name): line("<name>\(name)</name>")
        case .name(let name, let namespace): line("<name ns=\"\(namespace)\">\(name)</name>")
        case .any(let namespaces, _) where namespaces.isEmpty: line("<anyName/>")
        case .any(let namespaces, let others):
            element("anyName") { writer in
                writer.element("except") { writer in
                    for namespace in namespaces { writer.line("<nsName ns=\"\(namespace ?? "")\"/>") }
                    for name in others { writer.write(name) }
                }
            }
        }
    }
}
