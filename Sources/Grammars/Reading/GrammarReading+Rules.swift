import CallControl
import Diagnostics
import MarkupReader

/// Rules and what stands in them (SRGS 1.0 2 and 3).
extension GrammarReading {
    mutating func readRule(_ rule: MarkupElement) -> GrammarRule? {
        checkAttributes(of: rule, allowed: ["id", "scope"])
        checkValue(of: "scope", in: rule, expected: "public or private") { ["public", "private"].contains($0) }
        var references: [RuleReference] = []
        let parts = expansions(in: rule, besides: ["example"], references: &references)
        guard let id = rule.attribute("id") else {
            diagnostics.append(.missingAttribute("id", of: "rule", at: place(rule.position)))
            return nil
        }
        if ["NULL", "VOID", "GARBAGE"].contains(id.value) {
            diagnostics.append(.reservedRule(id.value, at: place(id.valuePosition)))
        }
        return GrammarRule(
            name: id.value, isPublic: rule["scope"] == "public", expansion: .sequence(parts), references: references,
            position: rule.position)
    }

    private static let expansions = ["token", "ruleref", "item", "one-of", "tag"]

    /// What stands one after the other in a rule or an item.
    private mutating func expansions(
        in element: MarkupElement, besides others: [String] = [], references: inout [RuleReference]
    ) -> [RuleExpansion] {
        checkChildren(of: element, allowed: Self.expansions + others, text: true)
        var parts: [RuleExpansion] = []
        for child in element.children {
            switch child {
            case .text(let text): parts += tokens(text)
            case .element(let inner): parts += expansions(of: inner, references: &references)
            }
        }
        return parts
    }

    private mutating func expansions(
        of element: MarkupElement, references: inout [RuleReference]
    ) -> [RuleExpansion] {
        switch element.name {
        case "token": return token(element)
        case "tag": return [.tag(tagText(element))]
        case "item": return [item(element, references: &references)]
        case "one-of": return [choice(element, references: &references)]
        case "ruleref":
            guard let part = ruleReference(element) else { return [] }
            if case .reference(let reference) = part { references.append(reference) }
            return [part]
        default: return []
        }
    }

    private mutating func item(_ item: MarkupElement, references: inout [RuleReference]) -> RuleExpansion {
        checkAttributes(of: item, allowed: ["repeat", "repeat-prob", "weight"])
        checkValue(of: "weight", in: item, expected: "a number: 2, 2.5, .5") { $0.isPlainNumber }
        checkValue(of: "repeat-prob", in: item, expected: "a number from 0.0 to 1.0") {
            $0.isPlainNumber && Double($0).map { (0...1).contains($0) } ?? false
        }
        let parts = RuleExpansion.sequence(expansions(in: item, references: &references))
        guard let attribute = item.attribute("repeat") else { return parts }
        guard let repetition = Repetition(attribute: attribute.value) else {
            diagnostics.append(.badRepeat(attribute.value, at: place(attribute.valuePosition)))
            return parts
        }
        return .repetition(parts, repetition)
    }

    private mutating func choice(_ choice: MarkupElement, references: inout [RuleReference]) -> RuleExpansion {
        checkAttributes(of: choice, allowed: [])
        checkChildren(of: choice, allowed: ["item"], text: false)
        let items = choice.childElements.filter { $0.name == "item" }
        if items.isEmpty { diagnostics.append(.emptyChoice(at: place(choice.position))) }
        return .alternatives(items.map { item($0, references: &references) })
    }

    // MARK: References

    private mutating func ruleReference(_ element: MarkupElement) -> RuleExpansion? {
        checkAttributes(of: element, allowed: ["uri", "special", "type"])
        checkChildren(of: element, allowed: [], text: false)
        switch (element.attribute("uri"), element.attribute("special")) {
        case (let uri?, nil): return reference(uri, of: element).map { .reference($0) }
        case (nil, let special?): return specialRule(special)
        default:
            diagnostics.append(.ruleReferenceTarget(at: place(element.position)))
            return nil
        }
    }

    private mutating func specialRule(_ special: MarkupAttribute) -> RuleExpansion? {
        switch special.value {
        case "NULL": return .null
        case "VOID": return .void
        case "GARBAGE": return .garbage
        default:
            diagnostics.append(
                .badAttribute(
                    "special", special.value, expected: "NULL, VOID or GARBAGE", at: place(special.valuePosition)))
            return nil
        }
    }

    private mutating func reference(_ uri: MarkupAttribute, of element: MarkupElement) -> RuleReference? {
        if let type = element.attribute("type"), let format = GrammarFormat.unsupported(mediaType: type.value) {
            diagnostics.append(.unsupportedFormat(format, at: place(type.valuePosition)))
        }
        let (document, fragment) = URIReference.split(uri.value.withoutOuterXMLSpace)
        if document.isEmpty, let fragment, !fragment.isEmpty {
            return RuleReference(target: .local(fragment), position: element.position)
        }
        guard !document.isEmpty, fragment != "", let absolute = URIReference.resolve(document, against: base) else {
            diagnostics.append(
                .badAttribute(
                    "uri", uri.value, expected: "#rule, uri#rule or uri", at: place(uri.valuePosition)))
            return nil
        }
        return RuleReference(target: .external(document: absolute, rule: fragment), position: element.position)
    }

    // MARK: Tokens and tags

    private mutating func token(_ element: MarkupElement) -> [RuleExpansion] {
        checkAttributes(of: element, allowed: [])
        checkChildren(of: element, allowed: [], text: true)
        return element.children.flatMap { child -> [RuleExpansion] in
            if case .text(let text) = child { tokens(text) } else { [] }
        }
    }

    /// The keys of a text: white space and pairs of quotes around them are nothing. Words of a voice grammar match no
    /// key.
    private mutating func tokens(_ text: MarkupText) -> [RuleExpansion] {
        guard mode == .dtmf else { return text.isBlank ? [] : [.void] }
        guard !text.isBlank else { return [] }
        let hasPairs = text.text.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 0
        var keys: [RuleExpansion] = []
        for word in text.text.split(whereSeparator: { $0.isWhitespace || (hasPairs && $0 == "\"") }) {
            guard let found = KeyTokens.keys(of: word) else {
                diagnostics.append(.notAKey(String(word), at: place(text.position)))
                return keys
            }
            keys += found.map { .key(KeySet($0)) }
        }
        return keys
    }

    mutating func tagText(_ tag: MarkupElement) -> String {
        checkAttributes(of: tag, allowed: [])
        checkChildren(of: tag, allowed: [], text: true)
        return element["tag-format"] == nil ? DraftTags.standard(tag.text) : tag.text
    }
}

extension String {
    /// Digits, with at most one point among or around them.
    fileprivate var isPlainNumber: Bool {
        let digits = utf8.count { (0x30...0x39).contains($0) }
        let points = utf8.count { $0 == 0x2E }
        return digits > 0 && points <= 1 && digits + points == utf8.count
    }
}
