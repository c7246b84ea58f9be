import Diagnostics
import DialogMachines
import DialogParser
import MarkupReader

/// An expression or a script, and what it sees.
struct ExpressionSite {
    enum Kind {
        case expression
        /// A name of a list, or what `<assign>` and `<clear>` write to.
        case target
        /// The text of a `<script>`.
        case script
    }

    var kind: Kind
    var text: String
    var position: SourcePosition
    /// Farthest first.
    var scopes: [VisibleNames]
    /// The form or menu that it stands in.
    var dialog: MarkupElement?

    func sees(_ name: String) -> Bool { scopes.contains { $0.contains(name) } }

    /// Whether the flow itself declares the name, and not the standard.
    func declares(_ name: String) -> Bool { scopes.dropFirst().contains { $0.names.contains(name) } }

    var visibleNames: [String] { scopes.flatMap(\.names) }
}

/// Collects the expressions of a document.
struct ExpressionSites {
    private(set) var sites: [ExpressionSite] = []
    private let declarations: Declarations
    private let flow: Flow
    private let document: FlowDocument

    init(of document: FlowDocument, in flow: Flow) {
        self.document = document
        self.flow = flow
        declarations = Declarations(flow: flow, document: document)
        let scopes = documentScopes
        let dialogs = declarations.dialogs
        let anywhere = dialogsAnywhere(own: dialogs.map(\.names))
        var next = dialogs[...]
        for child in document.tree.childElements {
            if let dialog = next.first, dialog.element === child {
                next.removeFirst()
                walk(child, scopes + [dialog.names], in: child)
            } else {
                // Handlers and links run in whatever dialog is active.
                let isInDialogs = child.name == "link" || Self.isHandler(child.name)
                walk(child, isInDialogs ? scopes + [anywhere] : scopes, in: nil)
            }
        }
    }

    /// What the whole document sees: its own names and its root's.
    private var documentScopes: [VisibleNames] {
        var scopes = [VisibleNames.everywhere]
        if let root = flow.root(of: document) {
            scopes.append(Declarations(flow: flow, document: root).documentNames)
        } else if document.machine.application != nil {
            scopes.append(VisibleNames(names: [], isOpen: true))
        }
        return scopes + [declarations.documentNames]
    }

    /// The names of all dialogs in which what belongs to the document can run, those of its leaves among them.
    private func dialogsAnywhere(own: [VisibleNames]) -> VisibleNames {
        let unknown = VisibleNames(names: [], isOpen: flow.mayHaveUnknownLeaves(document))
        let leaves = flow.leaves(of: document).map { Declarations(flow: flow, document: $0) }
        return (own + leaves.map(\.documentNames) + leaves.flatMap { $0.dialogs.map(\.names) })
            .reduce(unknown) { $0.union($1) }
    }

    /// The reader's limit of depth bounds the recursion.
    private mutating func walk(_ element: MarkupElement, _ scopes: [VisibleNames], in dialog: MarkupElement?) {
        guard let rule = Language.rule(of: element) else { return }
        let names = names(within: element)
        let inner = names.isEmpty ? scopes : scopes + names
        // The condition of a handler sees the event.
        let own = !Self.isHandler(rule.name) ? scopes : inner
        for attribute in element.attributes {
            guard let format = rule.attribute(attribute)?.format else { continue }
            for (kind, text) in Self.expressions(in: attribute.value, format) {
                sites.append(
                    ExpressionSite(
                        kind: kind, text: text, position: attribute.valuePosition, scopes: own, dialog: dialog))
            }
        }
        guard rule.content != .foreign else { return }
        if rule.name == "script", element["src"] == nil, element["srcexpr"] == nil {
            sites.append(
                ExpressionSite(
                    kind: .script, text: element.text, position: element.position, scopes: inner, dialog: dialog))
        }
        for child in element.childElements { walk(child, inner, in: dialog) }
    }

    private static func expressions(
        in value: String, _ format: AttributeRule.Format
    ) -> [(ExpressionSite.Kind, String)] {
        switch format {
        case .expression: [(.expression, value)]
        case .assignable: [(.target, value)]
        case .names: value.split(whereSeparator: \.isWhitespace).map { (.target, String($0)) }
        default: []
        }
    }

    private static func isHandler(_ name: String) -> Bool {
        switch name {
        case "catch", "error", "help", "noinput", "nomatch": true
        default: false
        }
    }

    /// What an element declares for what stands in it.
    private func names(within element: MarkupElement) -> [VisibleNames] {
        switch element.name {
        case "block", "filled": [declarations.contentNames(of: element)]
        case _ where Self.isHandler(element.name):
            [VisibleNames(names: ["_event", "_message"]), declarations.contentNames(of: element)]
        case "foreach": [VisibleNames(names: element["item"].map { [$0] } ?? [])]
        case "enumerate": [VisibleNames(names: ["_prompt", "_dtmf"])]
        default: []
        }
    }
}
