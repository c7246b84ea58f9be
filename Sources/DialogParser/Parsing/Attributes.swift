import Dialogs
import MarkupReader

// Reading attributes. An attribute that is not there has been reported where it is needed.
extension MarkupElement {
    /// The attribute of this name in no namespace. White space around names, URIs, times, numbers and words is nothing,
    /// as W3C's schema of VoiceXML has it.
    func source(_ name: String) -> SourceText? {
        attribute(name).map { attribute in
            let token = attribute.value.withoutOuterXMLSpace
            // Looked up only where it makes a difference.
            guard token.utf8.count != attribute.value.utf8.count,
                Language.element(self.name)?.attribute(name)?.isToken == true
            else { return SourceText(attribute) }
            return SourceText(token, at: attribute.valuePosition)
        }
    }

    /// `xml:lang` or `xml:base` of this very element.
    func xmlSource(_ name: String) -> SourceText? {
        attributes.first { $0.namespace == Namespace.xml && $0.name == name }.map(SourceText.init)
    }

    /// An attribute that Dialtone adds to the language, as `dialtone:whisperexpr`.
    func dialtoneSource(_ name: String) -> SourceText? {
        attributes.first { $0.namespace == Namespace.dialtone && $0.name == name }.map(SourceText.init)
    }

    /// An attribute that comes in two forms, such as `next` and `expr`.
    func either(_ literal: String, _ expression: String) -> LiteralOrExpression? {
        source(literal).map(LiteralOrExpression.literal) ?? source(expression).map(LiteralOrExpression.expression)
    }

    var fetch: FetchAttributes {
        FetchAttributes(
            fetchaudio: source("fetchaudio"), fetchhint: source("fetchhint"), fetchtimeout: source("fetchtimeout"),
            maxage: source("maxage"), maxstale: source("maxstale"))
    }

    /// Where a choice or a link leads.
    var selectionTarget: SelectionTarget? {
        if let document = either("next", "expr") { return .document(document) }
        return either("event", "eventexpr").map { .event($0, message: either("message", "messageexpr")) }
    }

    /// The text of the element and of the markup in it, of audio what stands in for it; nil when there is none but
    /// white space.
    var phrase: SourceText? {
        let texts = flatTexts
        guard let first = texts.first(where: { !$0.isBlank }) else { return nil }
        return SourceText(texts.map(\.text).joined(), at: first.position)
    }

    /// What this language has in the element that is allowed there, text left out.
    var ownElements: [MarkupElement] {
        guard !childElements.isEmpty, let rule = Language.element(name) else { return [] }
        return childElements.filter { Namespace.isOurs($0) && rule.isParent(of: $0.name) }
    }

    private var flatTexts: [MarkupText] {
        children.flatMap { child -> [MarkupText] in
            switch child {
            case .text(let text): [text]
            case .element(let element):
                Language.isSpeech(element.name) && Namespace.isOurs(element) ? element.flatTexts : []
            }
        }
    }
}

extension SourceText {
    fileprivate init(_ attribute: MarkupAttribute) { self.init(attribute.value, at: attribute.valuePosition) }
}
