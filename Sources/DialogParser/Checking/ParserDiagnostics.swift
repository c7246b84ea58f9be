import Diagnostics
import Dialogs
import MarkupReader

// What the parser has to say of a document: every wording and id stands here.

// The document.
extension Finding {
    static func wrongRoot(_ root: MarkupElement) -> Finding {
        let hint: String? =
            switch root.name {
            case "grammar": "A grammar is used by <grammar src=\"…\"/> in a VoiceXML document."
            case "vxml": "The namespace of VoiceXML is \(Namespace.voiceXML)."
            default: "A VoiceXML document is a <vxml> element in the namespace \(Namespace.voiceXML)."
            }
        let namespace = root.namespace.map { " of the namespace \($0)" } ?? ""
        return refusal(
            "wrong-root", "The root element is <\(root.qualifiedName)>\(namespace), not <vxml>", hint: hint,
            at: root.position)
    }

    static func missingNamespace(_ element: MarkupElement) -> Finding {
        warning(
            "missing-namespace", "<\(element.qualifiedName)> is in no namespace; it is read as VoiceXML",
            hint: "Write <vxml xmlns=\"\(Namespace.voiceXML)\" …>.", at: element.position)
    }

    static func unknownVersion(_ version: MarkupAttribute) -> Finding {
        refusal(
            "unknown-version", "VoiceXML \(version.value) is not a version that can be read",
            hint: "The versions are \(LanguageVersion.allCases.map(\.rawValue).joined(separator: " and ")).",
            at: version.valuePosition)
    }

    static func newerFeature(_ feature: String, at position: SourcePosition) -> Finding {
        warning(
            "newer-feature", "\(feature) is of VoiceXML 2.1, and the document says it is 2.0",
            hint: "Write version=\"2.1\" in <vxml>.", at: position)
    }

    static func duplicateID(_ id: SourceText, first: SourcePosition) -> Finding {
        refusal(
            "duplicate-id", "Another dialog has the id \"\(id.text)\", at line \(first.line)",
            hint: "An id names one dialog of the document.", at: id.position)
    }
}

// Elements and text.
extension Finding {
    static func unknownElement(_ element: MarkupElement, suggestion: String?) -> Finding {
        refusal(
            "unknown-element", "There is no element <\(element.name)>",
            hint: suggestion.map { "Did you mean <\($0)>?" } ?? "Elements that are not VoiceXML need a namespace.",
            at: element.position)
    }

    static func misplacedElement(_ element: MarkupElement, in parent: String) -> Finding {
        let parents = Language.parents(of: element.name).map { "<\($0)>" }
        let inPrompt = parents.contains("<\(parent)>") ? " of a prompt" : ""
        return refusal(
            "misplaced-element", "<\(element.name)> cannot stand in <\(parent)>\(inPrompt)",
            hint: parents.isEmpty
                ? "It is the root of a document." : "It can stand in \(parents.joined(separator: ", ")).",
            at: element.position)
    }

    static func afterElse(_ element: MarkupElement) -> Finding {
        refusal(
            "misplaced-element", "<\(element.name)> cannot come after <else>",
            hint: "The <else> of an <if> is its last branch.", at: element.position)
    }

    static func misplacedText(_ text: MarkupText, in parent: String) -> Finding {
        refusal(
            "misplaced-text", "Text cannot stand in <\(parent)>",
            hint: Language.parents(of: "prompt").contains(parent) || parent == "form" || parent == "vxml"
                ? "What is to be said stands in a <block>, or in the <prompt> of an item." : "It holds elements only.",
            at: text.position)
    }
}

// Attributes.
extension Finding {
    static func unknownAttribute(
        _ attribute: MarkupAttribute, of element: MarkupElement, suggestion: String?, known: [String]
    ) -> Finding {
        let all = known.isEmpty ? "It has none." : "It has \(known.joined(separator: ", "))."
        return refusal(
            "unknown-attribute", "<\(element.name)> has no attribute \(attribute.name)",
            hint: suggestion.map { "Did you mean \($0)?" } ?? all, at: attribute.position)
    }

    static func missingAttribute(_ names: [String], of element: MarkupElement, orContent: Bool = false) -> Finding {
        let choice = (names + (orContent ? ["content of its own"] : [])).joined(separator: " or ")
        return refusal(
            "missing-attribute", "<\(element.name)> needs \(choice)",
            hint: names.count == 1 && !orContent ? "Add \(names[0])=\"…\"." : "Add one of them.", at: element.position)
    }

    static func conflictingAttributes(
        _ names: [String], of element: MarkupElement, at position: SourcePosition
    ) -> Finding {
        refusal(
            "conflicting-attributes", "<\(element.name)> has \(names.joined(separator: " and ")) at once",
            hint: "Keep one of them.", at: position)
    }
}

// Values.
extension Finding {
    static func badValue(_ attribute: MarkupAttribute, expected: String) -> Finding {
        refusal(
            "bad-value", "\(attribute.name)=\"\(attribute.value)\" is not \(expected)", at: attribute.valuePosition)
    }
}

// Targets.
extension Finding {
    static func missingDialog(_ id: String, suggestion: String?, at position: SourcePosition) -> Finding {
        failure(
            "missing-dialog", "No dialog has the id \"\(id)\"",
            hint: suggestion.map { "Did you mean #\($0)?" } ?? "Reaching it throws error.badfetch.", at: position)
    }

    static func missingFormItem(_ name: SourceText, suggestion: String?) -> Finding {
        failure(
            "missing-form-item", "The form has no item named \"\(name.text)\"",
            hint: suggestion.map { "Did you mean \($0)?" } ?? "Reaching it throws error.badfetch.", at: name.position)
    }

    static func unreachableDialog(_ id: SourceText?, at position: SourcePosition) -> Finding {
        let name = id.map { "\"\($0.text)\"" } ?? "without an id"
        return warning(
            "unreachable-dialog", "Nothing leads to the dialog \(name)",
            hint: id == nil
                ? "Only the first dialog of a document can do without an id."
                : "Lead there by a <goto>, a <choice> or a <link>, or take it away.", at: position)
    }
}
