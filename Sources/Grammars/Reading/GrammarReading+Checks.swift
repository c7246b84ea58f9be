import Diagnostics
import MarkupReader

/// What may stand where.
extension GrammarReading {
    func place(_ position: SourcePosition) -> GrammarPlace { GrammarPlace(file: file, position: position) }

    /// Attributes of other namespaces (`xml:lang`, `xsi:schemaLocation`) say nothing that matters here.
    mutating func checkAttributes(of element: MarkupElement, allowed: [String]) {
        for attribute in element.attributes where attribute.namespace == nil && !allowed.contains(attribute.name) {
            diagnostics.append(
                .unknownAttribute(attribute.name, of: element.name, at: place(attribute.position)))
        }
    }

    /// `<lexicon>` and `<meta>` say nothing to keys (SRGS 1.0 4.10, 4.11).
    mutating func checkHeaderElements() {
        for child in element.childElements {
            switch child.name {
            case "lexicon" where child["uri"] == nil:
                diagnostics.append(.missingAttribute("uri", of: "lexicon", at: place(child.position)))
            case "meta" where child["content"] == nil:
                diagnostics.append(.missingAttribute("content", of: "meta", at: place(child.position)))
            case "meta" where (child["name"] == nil) == (child["http-equiv"] == nil):
                diagnostics.append(.missingAttribute("name or http-equiv", of: "meta", at: place(child.position)))
            default: break
            }
        }
    }

    mutating func checkValue(
        of name: String, in element: MarkupElement, expected: String, _ isAllowed: (String) -> Bool
    ) {
        guard let attribute = element.attribute(name), !isAllowed(attribute.value) else { return }
        diagnostics.append(
            .badAttribute(name, attribute.value, expected: expected, at: place(attribute.valuePosition)))
    }

    mutating func checkChildren(of element: MarkupElement, allowed: [String], text: Bool) {
        for child in element.children {
            switch child {
            case .text(let part):
                if !text && !part.isBlank {
                    diagnostics.append(.misplacedText(in: element.name, at: place(part.position)))
                }
            case .element(let inner):
                guard !allowed.contains(inner.name) else { break }
                let place = place(inner.position)
                diagnostics.append(
                    Self.elements.contains(inner.name)
                        ? .misplacedElement(inner.name, in: element.name, allowed: allowed, at: place)
                        : .unknownElement(inner.qualifiedName, at: place))
            }
        }
    }

    private static let elements: Set<String> = [
        "grammar", "lexicon", "meta", "metadata", "rule", "example", "token", "ruleref", "item", "one-of", "tag",
    ]
}
