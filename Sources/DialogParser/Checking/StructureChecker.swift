import Diagnostics
import MarkupReader

/// Holds a document against the tables of the language: all that is wrong, in document order.
struct StructureChecker {
    private(set) var findings: [Finding] = []
    private let version: LanguageVersion
    /// The missing namespace is said once.
    private var saidNamespace = false

    init(version: LanguageVersion) { self.version = version }

    /// Checks an element and all in it. The reader's limit of depth bounds the recursion.
    mutating func check(_ element: MarkupElement, _ rule: ElementRule) {
        checkNamespace(element)
        checkAttributes(element, rule)
        checkDialtoneAttributes(element)
        guard rule.content.isOurs else { return }
        for child in element.children {
            switch child {
            case .text(let text):
                if rule.content == .elements, !text.isBlank { findings.append(.misplacedText(text, in: rule.name)) }
            case .element(let child):
                if Namespace.isOurs(child) { checkChild(child, of: rule) }
            }
        }
        if rule.name == "if" { checkBranches(element) }
    }

    private mutating func checkChild(_ child: MarkupElement, of rule: ElementRule) {
        guard let childRule = Language.element(child.name, in: rule) else {
            let suggestion =
                Suggestion.nearest(to: child.name, among: rule.children)
                ?? Suggestion.nearest(to: child.name, among: Language.elements.map(\.name))
            findings.append(.unknownElement(child, suggestion: suggestion))
            return
        }
        if !rule.isParent(of: child.name) { findings.append(.misplacedElement(child, in: rule.name)) }
        if version < childRule.since { findings.append(.newerFeature("<\(child.name)>", at: child.position)) }
        check(child, childRule)
    }

    private mutating func checkNamespace(_ element: MarkupElement) {
        guard element.namespace == nil, !saidNamespace else { return }
        saidNamespace = true
        findings.append(.missingNamespace(element))
    }

    private mutating func checkAttributes(_ element: MarkupElement, _ rule: ElementRule) {
        for attribute in element.attributes where attribute.namespace == nil {
            guard let known = rule.attribute(attribute.name) else {
                let names = rule.attributes.map(\.name)
                let isXML = ["lang", "base"].contains(attribute.name)
                let suggestion =
                    isXML ? "xml:\(attribute.name)" : Suggestion.nearest(to: attribute.name, among: names)
                findings.append(.unknownAttribute(attribute, of: element, suggestion: suggestion, known: names))
                continue
            }
            if version < known.since {
                let feature = "The attribute \(known.name) of <\(element.name)>"
                findings.append(.newerFeature(feature, at: attribute.position))
            }
            if let expected = known.format.expected(insteadOf: attribute.value.withoutOuterXMLSpace) {
                findings.append(.badValue(attribute, expected: expected))
            }
        }
        for required in rule.attributes where required.isRequired && element[required.name] == nil {
            findings.append(.missingAttribute([required.name], of: element))
        }
        for choice in rule.choices { checkChoice(choice, of: element) }
    }

    /// Attributes of other namespaces than Dialtone's belong to somebody else.
    private mutating func checkDialtoneAttributes(_ element: MarkupElement) {
        guard element.attributes.contains(where: { $0.namespace == Namespace.dialtone }) else { return }
        let known = Language.dialtoneAttributes[element.name]?.map(\.name) ?? []
        for attribute in element.attributes
        where attribute.namespace == Namespace.dialtone && !known.contains(attribute.name) {
            let suggestion = Suggestion.nearest(to: attribute.name, among: known)
            findings.append(.unknownAttribute(attribute, of: element, suggestion: suggestion, known: known))
        }
    }

    private mutating func checkChoice(_ choice: AttributeChoice, of element: MarkupElement) {
        let present = element.attributes.filter { $0.namespace == nil && choice.names.contains($0.name) }
        let hasContent = choice.includesContent && element.hasContent
        let count = present.count + (hasContent ? 1 : 0)
        if count == 0, choice.isRequired {
            findings.append(.missingAttribute(choice.names, of: element, orContent: choice.includesContent))
        } else if count > 1 {
            let names = present.map(\.name) + (hasContent ? ["content of its own"] : [])
            let place = present.count > 1 ? present[1].position : present[0].position
            findings.append(.conflictingAttributes(names, of: element, at: place))
        }
    }

    /// Nothing but content comes after an `<else>`.
    private mutating func checkBranches(_ element: MarkupElement) {
        let branches = element.childElements.filter { ["elseif", "else"].contains($0.name) && Namespace.isOurs($0) }
        guard let last = branches.firstIndex(where: { $0.name == "else" }) else { return }
        findings += branches[(last + 1)...].map(Finding.afterElse)
    }
}

extension ElementRule.Content {
    /// Whether this parser checks what is in the element.
    fileprivate var isOurs: Bool { self != .foreign }
}

extension AttributeRule.Format {
    /// What should have been there; nil when the value is right.
    fileprivate func expected(insteadOf value: String) -> String? {
        switch self {
        case .any, .boolean, .time, .count, .number, .keys, .uri, .expression, .assignable, .names: nil
        case .eventName: value.isEmpty || value.contains(where: \.isWhitespace) ? "the name of one event" : nil
        case .words(let words): words.contains(value) ? nil : words.joined(separator: " or ")
        }
    }
}

extension MarkupElement {
    /// Whether there is more in it than white space.
    var hasContent: Bool {
        children.contains { if case .text(let text) = $0 { !text.isBlank } else { true } }
    }
}
