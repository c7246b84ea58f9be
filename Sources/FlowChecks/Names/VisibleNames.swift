import MarkupReader

/// The names that one place of a document sees.
struct VisibleNames {
    var names: Set<String>
    /// Whether there may be more, of a script that cannot be read.
    var isOpen = false

    /// What every expression sees (VoiceXML 2.0 5.1.2).
    static let everywhere = VisibleNames(names: [
        "session", "application", "document", "dialog", "connection", "lastresult$",
    ])

    func contains(_ name: String) -> Bool { isOpen || names.contains(name) }

    func union(_ other: VisibleNames) -> VisibleNames {
        if other.names.isEmpty, !other.isOpen { return self }
        return VisibleNames(names: names.union(other.names), isOpen: isOpen || other.isOpen)
    }

    mutating func insert(_ name: String) { names.insert(name) }
}

/// Reads declarations out of trees.
struct Declarations {
    let flow: Flow
    let document: FlowDocument

    /// What the document itself declares: its `<var>`s, `<data>` and scripts.
    var documentNames: VisibleNames { names(of: document.tree.childElements) }

    /// The forms and menus with what they declare, in document order.
    var dialogs: [(element: MarkupElement, names: VisibleNames)] {
        document.tree.childElements.filter { $0.name == "form" || $0.name == "menu" }
            .map { ($0, dialogNames(of: $0)) }
    }

    /// What a form or a menu declares: its variables and its items.
    func dialogNames(of dialog: MarkupElement) -> VisibleNames {
        var visible = names(of: dialog.childElements)
        for item in dialog.childElements where Self.formItems.contains(item.name) {
            guard let name = item["name"] else { continue }
            visible.insert(name)
            visible.insert(name + "$")
        }
        // A script of executable content may leave names behind in the dialog: rather none too few.
        for container in dialog.childElements { addScripts(within: container, to: &visible) }
        return visible
    }

    /// What executable content declares, however deep it stands.
    func contentNames(of element: MarkupElement) -> VisibleNames {
        var visible = names(of: element.childElements)
        for child in element.childElements { visible = visible.union(contentNames(of: child)) }
        return visible
    }

    static let formItems: Set = [
        "block", "field", "initial", "object", "record", "subdialog", "transfer",
    ]

    private func names(of elements: [MarkupElement]) -> VisibleNames {
        var visible = VisibleNames(names: [])
        for element in elements {
            switch element.name {
            case "var", "data": if let name = element["name"] { visible.insert(name) }
            case "foreach": if let item = element["item"] { visible.insert(item) }
            case "script": visible = visible.union(names(ofScript: element))
            default: break
            }
        }
        return visible
    }

    private func addScripts(within element: MarkupElement, to visible: inout VisibleNames) {
        for child in element.childElements {
            if child.name == "script" { visible = visible.union(names(ofScript: child)) }
            addScripts(within: child, to: &visible)
        }
    }

    private func names(ofScript script: MarkupElement) -> VisibleNames {
        let text =
            script["src"].map { document.absolute($0).flatMap(flow.script) }
            ?? (script["srcexpr"] == nil ? script.text : nil)
        guard let text, let words = ScriptWords(text), !text.contains("eval") else {
            return VisibleNames(names: [], isOpen: true)
        }
        return VisibleNames(names: ScriptDeclarations(words.tokens).names)
    }
}
