import DialogCompiler
import DialogParser
import Grammars

/// A part of the language: a row of the table that `dialtone language` prints.
struct LanguagePart {
    enum Kind: String, CaseIterable {
        case element, attribute, property, event, builtin
    }

    var kind: Kind
    var name: String
    /// The element of an attribute.
    var element: String?
    var section: String
    var state: SupportState

    /// As a person would write it: `<field>`, `<field modal>`.
    var title: String {
        switch kind {
        case .element: "<\(name)>"
        case .attribute: "<\(element ?? "") \(name)>"
        case .property, .event, .builtin: name
        }
    }

    /// Every part, from the tables that the parser and the compiler work by.
    static var all: [LanguagePart] { elements + properties + events + builtins }

    private static var elements: [LanguagePart] {
        Language.elements.flatMap { rule in
            let element = LanguagePart(kind: .element, name: rule.name, section: rule.section, state: rule.state)
            let added = (Language.dialtoneAttributes[rule.name] ?? []).map { attribute in
                LanguagePart(
                    kind: .attribute, name: "dialtone:" + attribute.name, element: rule.name, section: "Dialtone",
                    state: rule.state(of: attribute))
            }
            let attributes = rule.attributes.map { attribute in
                LanguagePart(
                    kind: .attribute, name: attribute.name, element: rule.name, section: rule.section,
                    state: rule.state(of: attribute))
            }
            return [element] + attributes + added
        }
    }

    private static var properties: [LanguagePart] {
        PropertyRule.all.map { rule in
            LanguagePart(
                kind: .property, name: rule.name, section: rule.section, state: rule.isActive ? .works : .inactive)
        }
    }

    private static var events: [LanguagePart] {
        Language.events.map { LanguagePart(kind: .event, name: $0.name, section: $0.section, state: $0.state) }
    }

    private static var builtins: [LanguagePart] {
        BuiltinGrammar.names.map {
            LanguagePart(kind: .builtin, name: $0, section: "VoiceXML 2.0 appendix P", state: .works)
        }
    }
}
