public import Dialogs
import Grammars
import MarkupReader

/// References from inline grammars to rules of other documents.
public enum GrammarReference {
    /// The grammar documents that the inline grammars of a document refer to: absolute URIs without fragment, each
    /// once. What those refer to in turn is theirs to say (`GrammarDocument.externalReferences`).
    public static func collect(from document: Document) -> [String] {
        var found: [String] = []
        for case .inline(let markup) in document.grammars.map(\.source) where markup.mayReferElsewhere {
            let (grammar, _) = GrammarReader.read(markup, baseURI: document.uri, file: document.file)
            for uri in grammar?.externalReferences ?? [] where !found.contains(uri) { found.append(uri) }
        }
        return found
    }
}

extension MarkupElement {
    /// Whether the grammar has a reference beyond itself, or is no XML. Most have none, and need not be read for it.
    fileprivate var mayReferElsewhere: Bool { childElements.isEmpty || hasOuterReference }

    /// The reader's limit of depth bounds the recursion.
    private var hasOuterReference: Bool {
        childElements.contains { child in
            child.name == "ruleref" && child["uri"]?.utf8.first != UInt8(ascii: "#") || child.hasOuterReference
        }
    }
}

extension Document {
    /// Every `<grammar>` in it.
    fileprivate var grammars: [GrammarElement] { links.flatMap(\.grammars) + dialogs.flatMap(\.grammars) }
}

extension Dialog {
    fileprivate var grammars: [GrammarElement] {
        switch self {
        case .form(let form):
            form.grammars + form.links.flatMap(\.grammars)
                + form.items.flatMap { $0.grammars + $0.links.flatMap(\.grammars) }
        case .menu(let menu): menu.links.flatMap(\.grammars) + menu.choices.flatMap(\.grammars)
        }
    }
}
