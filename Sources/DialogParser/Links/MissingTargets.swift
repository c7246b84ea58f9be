public import Diagnostics
public import Dialogs

/// Literal targets that are not there. They refuse no document: reaching one throws `error.badfetch`.
public enum MissingTargets {
    /// Fragments that name no dialog of the document they lead to, where that is another one of these documents. Those
    /// that lead to the document itself are found by parsing it.
    public static func across(_ documents: [Document]) -> [Diagnostic] {
        let byURI = Dictionary(documents.map { ($0.uri, $0) }, uniquingKeysWith: { first, _ in first })
        return documents.flatMap { document in
            TargetCollector(document).targets.compactMap { target in
                missingDialog(target, of: document) { $0 == document.uri ? nil : byURI[$0] }?
                    .diagnostic(in: document.file)
            }
        }
    }

    /// Those within the document.
    static func findings(in document: Document) -> [Finding] {
        let collector = TargetCollector(document)
        let dialogs = collector.targets.compactMap { target in
            missingDialog(target, of: document) { $0 == document.uri ? document : nil }
        }
        return dialogs + collector.items.compactMap { missingItem($0, of: document) }
    }

    private static func missingDialog(
        _ target: Target, of document: Document, find: (String) -> Document?
    ) -> Finding? {
        guard case .uri(let text) = target.destination, let (uri, fragment) = document.resolve(text.text),
            let id = fragment, let goal = find(uri), goal.dialog(named: id) == nil
        else { return nil }
        let suggestion = Suggestion.nearest(to: id, among: goal.dialogs.compactMap { $0.id?.text })
        return .missingDialog(id, suggestion: suggestion, at: text.position)
    }

    /// In a handler of the document the item is one of whatever form is active.
    private static func missingItem(_ item: ItemTarget, of document: Document) -> Finding? {
        guard let dialog = item.dialog else { return nil }
        let names =
            switch document.dialogs[dialog] {
            case .form(let form): form.items.compactMap { $0.name?.text }
            case .menu: [String]()
            }
        guard !names.contains(item.name.text) else { return nil }
        return .missingFormItem(item.name, suggestion: Suggestion.nearest(to: item.name.text, among: names))
    }
}
