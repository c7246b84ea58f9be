import Diagnostics
import DialogMachines
import DialogParser
import Dialogs

/// `nextitem`s of a document's own handlers that name an item of no form in which they can run. Those within a form the
/// parser compares.
enum DeadItemTargets: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        guard !flow.mayHaveUnknownLeaves(document) else { return [] }
        let names = ([document] + flow.leaves(of: document)).flatMap { $0.document.itemNames }
        let known = Set(names)
        return ItemTargets.ofDocument(document.document).filter { !known.contains($0.text) }.map { target in
            .deadItemTarget(
                target.text, suggestion: Suggestion.nearest(to: target.text, among: names), at: target.position)
        }
    }
}

extension Document {
    fileprivate var itemNames: [String] {
        dialogs.flatMap { dialog in
            switch dialog {
            case .form(let form): form.items.compactMap { $0.name?.text }
            case .menu: [String]()
            }
        }
    }
}
