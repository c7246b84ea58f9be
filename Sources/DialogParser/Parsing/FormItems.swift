import Dialogs
import MarkupReader

extension FormItem {
    /// nil when the element is no form item, or lacks what it cannot do without.
    init?(_ element: MarkupElement) {
        guard let kind = Self.kind(element) else { return nil }
        // A block's prompts are part of its content.
        let pieces = if case .block = kind { [Piece]() } else { element.pieces }
        let children = pieces.elements
        self.init(
            name: element.source("name"), expr: element.source("expr"), cond: element.source("cond"), kind: kind,
            properties: children.properties, prompts: pieces.prompts, grammars: children.grammars,
            filleds: children.filleds, handlers: children.handlers, links: children.links, position: element.position)
    }

    private static func kind(_ element: MarkupElement) -> Kind? {
        switch element.name {
        case "block": .block(element.executableContent)
        case "initial": .initial
        case "field": .field(Field(element))
        case "subdialog": Subdialog(element).map { .subdialog($0) }
        case "object": .object(ObjectItem(element))
        case "transfer": TransferItem(element).map { .transfer($0) }
        case "record": .record(RecordItem(element))
        default: nil
        }
    }
}

extension Field {
    fileprivate init(_ element: MarkupElement) {
        self.init(
            type: element.source("type"), slot: element.source("slot"), modal: element.source("modal"),
            options: element.ownElements.named("option").map(Option.init))
    }
}

extension Option {
    fileprivate init(_ element: MarkupElement) {
        self.init(
            dtmf: element.source("dtmf"), accept: element.source("accept"), value: element.source("value"),
            phrase: element.phrase, position: element.position)
    }
}

extension Subdialog {
    fileprivate init?(_ element: MarkupElement) {
        guard let target = element.either("src", "srcexpr") else { return nil }
        self.init(
            target: target, namelist: element.source("namelist"), method: element.source("method"),
            enctype: element.source("enctype"), fetch: element.fetch, params: element.ownElements.params)
    }
}

extension ObjectItem {
    fileprivate init(_ element: MarkupElement) {
        self.init(
            classid: element.source("classid"), codebase: element.source("codebase"),
            codetype: element.source("codetype"), data: element.source("data"), type: element.source("type"),
            archive: element.source("archive"), fetch: element.fetch, params: element.ownElements.params)
    }
}

extension TransferItem {
    fileprivate init?(_ element: MarkupElement) {
        guard let dest = element.either("dest", "destexpr") else { return nil }
        self.init(
            dest: dest, type: element.source("type"), bridge: element.source("bridge"),
            connecttimeout: element.source("connecttimeout"), maxtime: element.source("maxtime"),
            transferaudio: element.source("transferaudio"), aai: element.either("aai", "aaiexpr"),
            connecttimeoutexpr: element.dialtoneSource("connecttimeoutexpr"),
            whisperexpr: element.dialtoneSource("whisperexpr"), attachexpr: element.dialtoneSource("attachexpr"))
    }
}

extension RecordItem {
    fileprivate init(_ element: MarkupElement) {
        self.init(
            modal: element.source("modal"), beep: element.source("beep"), maxtime: element.source("maxtime"),
            finalsilence: element.source("finalsilence"), dtmfterm: element.source("dtmfterm"),
            type: element.source("type"))
    }
}
