public import Diagnostics
public import Dialogs

/// Literal targets that are not there. They refuse no document: reaching one throws `error.badfetch`.
public enum MissingTargets {
    /// Fragments that name no dialog of the document they lead to, where that is another one of these documents. Those
    /// that lead to the document itself are found by parsing it.
    public static func across(_ documents: [Document]) -> [Diagnostic] {
        let byURI = Dictionary(documents.map { ($0.uri, $0) }, uniquingKeysWith: { first, _ in first })
        return documents.flatMap { document in
            missingDialogs(TargetCollector(document).targets, of: document) { $0 == document.uri ? nil : byURI[$0] }
                .map { $0.diagnostic(in: document.file) }
        }
    }

    /// Those within the document.
    static func findings(in document: Document) -> [Finding] {
        let collector = TargetCollector(document)
        let items = Dictionary(grouping: collector.items, by: \.dialog)
        return missingDialogs(collector.targets, of: document) { $0 == document.uri ? document : nil }
            + items.flatMap { dialog, items in missingItems(items, of: dialog, in: document) }
    }

    /// So many findings have a suggestion: each takes a look at all names that there are.
    private static let mostSuggestions = 100

    private static func missingDialogs(
        _ targets: [Target], of document: Document, find: (String) -> Document?
    ) -> [Finding] {
        var findings: [Finding] = []
        for target in targets {
            guard case .uri(let text) = target.destination, let (uri, fragment) = document.resolve(text.text),
                let id = fragment, let goal = find(uri), goal.dialog(named: id) == nil
            else { continue }
            let names = findings.count < mostSuggestions ? goal.dialogs.compactMap { $0.id?.text } : []
            let suggestion = Suggestion.nearest(to: id, among: names)
            findings.append(.missingDialog(id, suggestion: suggestion, at: text.position))
        }
        return findings
    }

    /// In a handler of the document the item is one of whatever form is active.
    private static func missingItems(_ items: [ItemTarget], of dialog: Int?, in document: Document) -> [Finding] {
        guard let dialog else { return [] }
        let names =
            switch document.dialogs[dialog] {
            case .form(let form): form.items.compactMap { $0.name?.text }
            case .menu: [String]()
            }
        let missing = items.lazy.map(\.name).filter { [known = Set(names)] in !known.contains($0.text) }
        return missing.enumerated().map { number, name in
            let names = number < mostSuggestions ? names : []
            return .missingFormItem(name, suggestion: Suggestion.nearest(to: name.text, among: names))
        }
    }
}
