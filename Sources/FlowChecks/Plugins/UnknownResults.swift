import Diagnostics
import DialogMachines
import MarkupReader
import PluginManifests

/// Results that a flow reads of the answer of a plugin or a subdialog, and that it never gives.
enum UnknownResults: NameRule {
    static func findings(in names: NameReading, of flow: Flow) -> [Finding] {
        let answers = Answers(of: names.document, in: flow)
        return names.uses.flatMap { site, used -> [Finding] in
            guard let dialog = site.dialog else { return [] }
            return used.members.sorted { $0.name < $1.name }.compactMap { member in
                guard let answer = answers[member.variable, in: dialog] else { return nil }
                let known = answer.results
                guard !known.contains(member.name), !names.isElsewhere(member: member.name) else { return nil }
                return .unknownResult(
                    member.name, of: member.variable, by: answer.giver,
                    suggestion: Suggestion.nearest(to: member.name, among: known), known: known, at: site.position)
            }
        }
    }
}

/// The items of a document that are the answer of a plugin or a subdialog and nothing else.
private struct Answers {
    struct Answer {
        /// `orders/status`, or the subdialog.
        var giver: String
        var results: [String]
    }

    private var byDialog: [ObjectIdentifier: [String: Answer]] = [:]

    subscript(name: String, in dialog: MarkupElement) -> Answer? { byDialog[ObjectIdentifier(dialog)]?[name] }

    init(of document: FlowDocument, in flow: Flow) {
        let machine = document.machine
        let dialogs = document.tree.childElements.filter { $0.name == "form" || $0.name == "menu" }
        let elements = Dictionary(dialogs.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in machine.dialogs where machine.items[entry.items].contains(where: \.isAnswered) {
            guard let dialog = elements[entry.position] else { continue }
            let others = Self.otherNames(in: dialog)
            for item in machine.items[entry.items] {
                guard let name = item.name, item.expr == nil, !others.contains(name),
                    let answer = Self.answer(to: item, of: document, in: flow)
                else { continue }
                byDialog[ObjectIdentifier(dialog), default: [:]][name] = answer
            }
        }
    }

    /// nil: it is not known what is given.
    private static func answer(to item: FormItemEntry, of document: FlowDocument, in flow: Flow) -> Answer? {
        switch item.kind {
        case .object(let object):
            guard let call = object.call, let method = flow.plugins?[call.plugin]?.method(call.method) else {
                return nil
            }
            return Answer(giver: "\(call.plugin)/\(call.method)", results: method.results.map(\.name))
        case .subdialog(let subdialog):
            return SubdialogResults.of(subdialog, of: document, in: flow)
                .map { Answer(giver: "The subdialog", results: $0) }
        default: return nil
        }
    }

    /// What something else declares or sets to more than a plain value.
    private static func otherNames(in element: MarkupElement) -> Set<String> {
        var names: Set<String> = []
        for child in element.childElements {
            switch child.name {
            case "var", "data", "foreach": if let name = child["name"] ?? child["item"] { names.insert(name) }
            case "assign":
                if let name = child["name"], !["undefined", "false", "null"].contains(child["expr"]) {
                    names.insert(name)
                }
            default: break
            }
            names.formUnion(otherNames(in: child))
        }
        return names
    }
}

extension FormItemEntry {
    fileprivate var isAnswered: Bool {
        switch kind {
        case .object, .subdialog: true
        default: false
        }
    }
}
