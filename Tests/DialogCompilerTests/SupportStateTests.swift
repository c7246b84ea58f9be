import Diagnostics
import DialogParser
import MarkupReader
import Testing

/// What a document is compiled to, in all detail.
private func fingerprint(_ text: String) throws -> String {
    var description = ""
    dump(try compile(document: text).machine, to: &description)
    return description
}

@Suite("What the tables say becomes of the language")
struct SupportStateTests {
    @Test("an element that works is compiled, one without effect is not", arguments: Language.elements.map(\.name))
    func elements(name: String) throws {
        let rule = try #require(Language.element(name))
        guard name != "vxml" else { return }
        let document = try #require(SampleElements.document(name))
        let start = try #require(document.range(of: "<\(name) ", last: true))
        let end = try #require(document.range(of: "</\(name)>", last: false))
        let without = document.replacingCharacters(in: start.lowerBound..<end.upperBound)
        let isCompiled = try fingerprint(document) != fingerprint(without)
        #expect(isCompiled == (rule.state == .works), "\(document)")
    }

    @Test("the same of attributes", arguments: Language.elements.map(\.name))
    func attributes(name: String) throws {
        let rule = try #require(Language.element(name))
        guard rule.state == .works else { return }
        for attribute in rule.attributes where !attribute.isRequired && !Self.needsMore(attribute, of: name) {
            let others = Self.others(of: attribute, in: rule)
            let effects = try SampleElements.rightValues(of: attribute).map { value in
                let text = "\(attribute.name)=\"\(value)\""
                let with = try #require(SampleElements.document(name, attributes: others + " " + text))
                let blank = String(repeating: " ", count: text.count)
                let without = try #require(SampleElements.document(name, attributes: others + " " + blank))
                return try fingerprint(with) != fingerprint(without)
            }
            #expect(effects.contains(true) == (rule.state(of: attribute) == .works), "<\(name) \(attribute.name)>")
        }
    }

    /// What an attribute needs to mean anything; a message is one of an event.
    private static func others(of attribute: AttributeRule, in rule: ElementRule) -> String {
        let needed = SampleElements.needed(by: rule.name, besides: attribute.name)
        // An option without keys is never selected.
        if rule.name == "option", attribute.name != "dtmf" { return "dtmf=\"1\"" }
        guard attribute.name.hasPrefix("message") else { return needed }
        return rule.name == "throw" ? needed : "event=\"a\""
    }

    /// Attributes of inline grammars, which the tests of grammars are about, and one that is about choices.
    private static func needsMore(_ attribute: AttributeRule, of element: String) -> Bool {
        let ofInlineGrammars = ["version", "mode", "root", "tag-format", "type", "scope"]
        return element == "grammar" && ofInlineGrammars.contains(attribute.name)
            || element == "menu" && attribute.name == "dtmf"
    }
}

extension String {
    fileprivate func range(of text: String, last: Bool) -> Range<Index>? {
        let all = ranges(of: text)
        return last ? all.last : all.first
    }

    /// Blanks in place of a part, so that nothing else moves.
    fileprivate func replacingCharacters(in range: Range<Index>) -> String {
        self[..<range.lowerBound] + String(repeating: " ", count: self[range].count) + self[range.upperBound...]
    }
}
