import Diagnostics
import DialogMachines
import Dialogs

extension Compilation {
    mutating func form(_ form: Form) -> DialogEntry {
        checkNames(form.items)
        let scope = word(form.scope, [DialogEntry.Scope.dialog, .document]) ?? .dialog
        let properties = properties(form.properties)
        hintProperties.append(properties)
        defer { hintProperties.removeLast() }
        let initialization = initialization(form.initializers, at: form.position)
        let handlers = handlers(form.handlers)
        let links = links(form.links)
        let grammars = form.grammars.compactMap { grammar($0, result: .semantics, formScope: scope) }
        let grammarRange = machine.grammars.append(range: grammars)
        let items = form.items.map { item($0) }
        let inputItems = form.items.filter(\.kind.isInputItem).compactMap(\.name?.text)
        return DialogEntry(
            kind: .form, id: form.id?.text, scope: scope, initialization: initialization, properties: properties,
            items: machine.items.append(range: items), handlers: handlers, links: links, grammars: grammarRange,
            filleds: formFilleds(form.filleds, inputItems: inputItems), position: form.position)
    }

    /// Names of form items are identifiers, each once in its form (VoiceXML 2.0 2.1).
    private mutating func checkNames(_ items: [FormItem]) {
        var seen: [String: SourcePosition] = [:]
        for name in items.compactMap(\.name) {
            if !isDeclarable(name) {
                report(.itemName(name))
            } else if let first = seen[name.text] {
                report(.duplicateItem(name, first: first))
            } else {
                seen[name.text] = name.position
            }
        }
    }
}

extension FormItem.Kind {
    /// Whether it is an input item, which `<filled>` can name, and not a control item (VoiceXML 2.0 2.1.2).
    fileprivate var isInputItem: Bool {
        switch self {
        case .block, .initial: false
        case .field, .subdialog, .object, .transfer, .record: true
        }
    }
}
