import CallControl
import DialogMachines
import Expressions

extension ListingWriter {
    mutating func item(_ index: Int, _ level: Int) {
        let item = machine.items[index]
        let isMenu = if case .menu = item.kind { true } else { false }
        if !isMenu { line(level, title(of: item), at: item.position) }
        let level = isMenu ? level : level + 1
        if let expr = item.expr { line(level, "starts as {\(expr.source)}") }
        if let cond = item.cond { line(level, "visited if {\(cond.source)}") }
        properties(item.properties, level)
        for prompt in item.prompts { self.prompt(machine.prompts[prompt], level) }
        details(of: item.kind, level)
        for grammar in item.grammars { self.grammar(grammar, level) }
        for link in item.links { self.link(link, level) }
        for filled in item.filleds { self.filled(filled, level) }
        for handler in item.handlers { self.handler(handler, level) }
    }

    private func title(of item: FormItemEntry) -> String {
        item.kind.element + (item.name.map { " \($0)" } ?? "")
    }

    private mutating func details(of kind: FormItemEntry.Kind, _ level: Int) {
        switch kind {
        case .block(let code): self.code(code, level)
        case .initial: break
        case .field(let field): details(of: field, level)
        case .menu(let menu): details(of: menu, level)
        case .subdialog(let subdialog):
            line(level, "calls \(subdialog.target.listing)\(subdialog.submission.listing)")
            params(subdialog.params, level)
        case .object(let object):
            line(level, "invokes \(object.call.map { "\($0.plugin)/\($0.method)" } ?? "nothing: \(object.classid)")")
            params(object.params, level)
        case .transfer(let transfer): details(of: transfer, level)
        case .record(let record): details(of: record, level)
        }
    }

    private mutating func details(of field: FieldEntry, _ level: Int) {
        if field.isModal { line(level, "modal") }
        for option in field.options {
            line(level, "option \(option.listing)")
        }
    }

    private mutating func details(of menu: MenuEntry, _ level: Int) {
        for choice in menu.choices {
            line(level, "choice \(choice.enumerated.listing) → \(choice.action.listing)", at: choice.position)
        }
    }

    private mutating func details(of transfer: TransferEntry, _ level: Int) {
        line(level, "\(transfer.kind.rawValue) to \(transfer.dest.listing)")
        if let time = transfer.connecttimeout { line(level, "connecttimeout \(time.listing)") }
        if let time = transfer.connecttimeoutexpr { line(level, "connecttimeout \(Computed.expression(time).listing)") }
        if let time = transfer.maxtime { line(level, "maxtime \(time.listing)") }
        if let audio = transfer.transferaudio { line(level, "transferaudio \(audio)") }
        if let aai = transfer.aai { line(level, "aai \(aai.listing)") }
        if let whisper = transfer.whisper { line(level, "whisper \(Computed.expression(whisper).listing)") }
        if let attach = transfer.attach { line(level, "attach \(Computed.expression(attach).listing)") }
    }

    private mutating func details(of record: RecordEntry, _ level: Int) {
        line(level, "records" + (record.beep ? " after a beep" : "") + (record.type.map { " \($0)" } ?? ""))
        line(level, record.dtmfterm ? "any key ends it" : "keys that match no grammar do not end it")
        if !record.isModal { line(level, "not modal") }
        if let time = record.maxtime { line(level, "maxtime \(time.listing)") }
        if let time = record.finalsilence { line(level, "finalsilence \(time.listing)") }
    }

    private mutating func params(_ params: [ParamEntry], _ level: Int) {
        for param in params { line(level, "param \(param.name) = \(param.value.listing)", at: param.position) }
    }
}
