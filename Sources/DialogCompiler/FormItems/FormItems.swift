import DialogMachines
import Dialogs

extension Compilation {
    /// What all form items share; each kind's own is in a file of its own.
    mutating func item(_ item: FormItem) -> FormItemEntry {
        let properties = properties(item.properties)
        hintProperties.append(properties)
        defer { hintProperties.removeLast() }
        let prompts = itemPrompts(item.prompts)
        let handlers = handlers(item.handlers)
        let links = links(item.links)
        var grammars: [GrammarEntry] = []
        if case .field(let field) = item.kind { grammars += fieldGrammars(field) }
        grammars += item.grammars.compactMap { grammar($0, result: .semantics, scope: .dialog) }
        return FormItemEntry(
            name: item.name?.text, kind: kind(of: item), expr: expression(item.expr), cond: expression(item.cond),
            properties: properties, prompts: prompts, handlers: handlers, links: links,
            grammars: machine.grammars.append(range: grammars), filleds: itemFilleds(item.filleds),
            position: item.position)
    }

    private mutating func kind(of item: FormItem) -> FormItemEntry.Kind {
        switch item.kind {
        case .block(let content): .block(code(content, at: item.position))
        case .initial: .initial
        case .field(let field): .field(entry(field, name: item.name?.text))
        case .subdialog(let subdialog): .subdialog(entry(subdialog))
        case .object(let object): .object(entry(object, at: item.position))
        case .transfer(let transfer): .transfer(entry(transfer))
        case .record(let record): .record(entry(record))
        }
    }

    mutating func params(_ params: [Param]) -> [ParamEntry] {
        params.map { ParamEntry(name: $0.name.text, value: computed($0.value), position: $0.position) }
    }
}
