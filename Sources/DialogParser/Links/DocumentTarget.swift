public import Dialogs

/// Another document that a document leads to by a literal URI: by a transition, as a subdialog, or as its application
/// root.
public struct DocumentTarget: Hashable, Sendable {
    /// Absolute, without a fragment.
    public let uri: String
    /// As it stands in the document.
    public let written: SourceText

    /// All of a document, in no particular order.
    public static func all(of document: Document) -> [DocumentTarget] {
        let transitions = TargetCollector(document).targets.compactMap { target in
            if case .uri(let text) = target.destination { text } else { nil }
        }
        return (transitions + [document.application].compactMap { $0 }).compactMap { text in
            guard let uri = document.resolve(text.text)?.document, uri != document.uri else { return nil }
            return DocumentTarget(uri: uri, written: text)
        }
    }
}
