import CallControl
public import Diagnostics
public import MarkupReader

/// Reads a `<grammar>`: the XML form of SRGS 1.0, in a document of its own or inside VoiceXML, and there also ABNF.
public enum GrammarReader {
    /// - Parameters:
    ///   - element: The `<grammar>`. Its `type`, when there is one, must be that of SRGS, in XML or ABNF.
    ///   - baseURI: The absolute URI of the document that it stands in; an `xml:base` resolves against it.
    ///   - file: The path or URI that diagnostics carry.
    /// - Returns: The grammar, nil when it has errors, and all that is wrong with it. A format that is not supported is
    ///   the diagnostic `GrammarFormat.unsupportedID`: `error.unsupported.format`.
    public static func read(
        _ element: MarkupElement, baseURI: String, file: String
    ) -> (GrammarDocument?, [Diagnostic]) {
        if element.holdsABNF { return ABNFReader.read(element, baseURI: baseURI, file: file) }
        var reading = GrammarReading(element, baseURI: baseURI, file: file)
        let document = reading.document()
        let isUsable = reading.diagnostics.allSatisfy { $0.severity != .error }
        return (isUsable ? document : nil, reading.diagnostics)
    }
}

/// One grammar being read.
struct GrammarReading {
    let element: MarkupElement
    let uri: String
    let base: String
    let file: String
    let mode: CompiledGrammar.Mode
    var diagnostics: [Diagnostic] = []

    init(_ element: MarkupElement, baseURI: String, file: String) {
        self.element = element
        self.file = file
        uri = URIReference.split(baseURI).document
        base = element.base.flatMap { URIReference.resolve($0, against: baseURI) } ?? baseURI
        mode = element["mode"] == "dtmf" ? .dtmf : .voice
    }

    mutating func document() -> GrammarDocument? {
        guard element.name == "grammar" else {
            diagnostics.append(.notAGrammar(element.qualifiedName, at: place(element.position)))
            return nil
        }
        if let format = unsupportedFormat {
            let position = element.attribute("type")?.valuePosition ?? element.position
            diagnostics.append(.unsupportedFormat(format, at: place(position)))
            return nil
        }
        checkAttributes(
            of: element,
            allowed: [
                "version", "mode", "root", "tag-format", "type", "src", "srcexpr", "scope", "weight", "fetchhint",
                "fetchtimeout", "maxage", "maxstale",
            ])
        checkValue(of: "version", in: element, expected: "1.0") { $0 == "1.0" }
        checkValue(of: "mode", in: element, expected: "dtmf or voice") { ["dtmf", "voice"].contains($0) }
        let tagFormat = readTagFormat()
        checkChildren(of: element, allowed: ["rule", "tag", "lexicon", "meta", "metadata"], text: false)
        checkHeaderElements()
        let rules = readRules()
        let headerTags = element.childElements.filter { $0.name == "tag" }.map { tagText($0) }
        checkNames(of: rules)
        return GrammarDocument(
            uri: uri, file: file, mode: mode, tagFormat: tagFormat, headerTags: headerTags, root: element["root"],
            rules: rules, position: element.position)
    }

    /// The name of the format when it is not SRGS XML: by `type`, or because there is text where rules should be.
    private var unsupportedFormat: String? {
        if let format = element["type"].flatMap({ GrammarFormat.unsupported(mediaType: $0) }) { return format }
        let text = element.text.withoutOuterXMLSpace
        guard element.childElements.isEmpty, !text.isEmpty else { return nil }
        return GrammarFormat.unsupported(content: Array(text.utf8)) ?? "of a text without rules"
    }

    private mutating func readTagFormat() -> TagFormat {
        guard let attribute = element.attribute("tag-format") else { return .script }
        switch attribute.value.withoutOuterXMLSpace {
        case "semantics/1.0": return .script
        case "semantics/1.0-literals": return .literals
        default:
            diagnostics.append(.unsupportedTagFormat(attribute.value, at: place(attribute.valuePosition)))
            return .script
        }
    }

    private mutating func readRules() -> [GrammarRule] {
        var rules: [GrammarRule] = []
        var names: Set<String> = []
        for child in element.childElements where child.name == "rule" {
            guard let rule = readRule(child) else { continue }
            if !names.insert(rule.name).inserted {
                diagnostics.append(.duplicateRule(rule.name, at: place(rule.position)))
            }
            rules.append(rule)
        }
        if !element.childElements.contains(where: { $0.name == "rule" }) {
            diagnostics.append(.withoutRules(at: place(element.position)))
        }
        return rules
    }

    /// The root, and the rules that are referred to within the document, must be there.
    private mutating func checkNames(of rules: [GrammarRule]) {
        let names = Set(rules.map(\.name))
        if let root = element.attribute("root"), !names.contains(root.value) {
            diagnostics.append(.missingRoot(root.value, at: place(root.valuePosition)))
        }
        for reference in rules.flatMap(\.references) {
            if case .local(let name) = reference.target, !names.contains(name) {
                diagnostics.append(.missingRule(name, at: place(reference.position)))
            }
        }
    }
}

extension MarkupElement {
    /// Whether a `<grammar>` is written in ABNF: by its type, or because its text says so.
    fileprivate var holdsABNF: Bool {
        if let type = self["type"] { return GrammarFormat.isABNF(mediaType: type) }
        return childElements.isEmpty && GrammarFormat.isABNF(content: Array(text.withoutOuterXMLSpace.utf8))
    }
}

extension ABNFReader {
    /// Reads the text of a `<grammar>`; what it does not declare itself the attributes say.
    fileprivate static func read(
        _ element: MarkupElement, baseURI: String, file: String
    ) -> (GrammarDocument?, [Diagnostic]) {
        let start = element.children.first?.position ?? element.position
        let base = element.base.flatMap { URIReference.resolve($0, against: baseURI) } ?? baseURI
        return read(
            element.text, at: start, baseURI: base, file: file, mode: element["mode"] == "dtmf" ? .dtmf : .voice)
    }
}
