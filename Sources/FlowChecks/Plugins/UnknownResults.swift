import Diagnostics
import DialogMachines
import MarkupReader
import PluginManifests

/// Results that a flow reads of a plugin's answer and that the method never gives.
enum UnknownResults: NameRule {
    static func findings(in names: NameReading, of flow: Flow) -> [Finding] {
        guard let plugins = flow.plugins else { return [] }
        let answers = Answers(of: names.document, plugins: plugins)
        return names.uses.flatMap { site, used -> [Finding] in
            guard let dialog = site.dialog else { return [] }
            return used.members.sorted { $0.name < $1.name }.compactMap { member in
                guard let answer = answers[member.variable, in: dialog] else { return nil }
                let known = answer.results.map(\.name)
                guard !known.contains(member.name), !names.isElsewhere(member: member.name) else { return nil }
                return .unknownResult(
                    member.name, of: member.variable, method: answer.method,
                    suggestion: Suggestion.nearest(to: member.name, among: known), known: known, at: site.position)
            }
        }
    }
}

/// The items of a document that are a plugin's answer and nothing else.
private struct Answers {
    struct Answer {
        /// `orders/status`
        var method: String
        var results: [PluginManifest.Result]
    }

    private var byDialog: [ObjectIdentifier: [String: Answer]] = [:]

    subscript(name: String, in dialog: MarkupElement) -> Answer? { byDialog[ObjectIdentifier(dialog)]?[name] }

    init(of document: FlowDocument, plugins: PluginCatalog) {
        let machine = document.machine
        let dialogs = document.tree.childElements.filter { $0.name == "form" || $0.name == "menu" }
        let elements = Dictionary(dialogs.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in machine.dialogs where machine.items[entry.items].contains(where: \.isObject) {
            guard let dialog = elements[entry.position] else { continue }
            let others = Self.otherNames(in: dialog)
            for item in machine.items[entry.items] {
                guard case .object(let object) = item.kind, let name = item.name, item.expr == nil,
                    !others.contains(name), let call = object.call,
                    let method = plugins[call.plugin]?.method(call.method)
                else { continue }
                let answer = Answer(method: "\(call.plugin)/\(call.method)", results: method.results)
                byDialog[ObjectIdentifier(dialog), default: [:]][name] = answer
            }
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
    fileprivate var isObject: Bool {
        if case .object = kind { true } else { false }
    }
}
