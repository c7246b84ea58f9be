import Dialogs
import MarkupReader

extension Dialog {
    init?(_ element: MarkupElement) {
        switch element.name {
        case "form": self = .form(Form(element))
        case "menu": self = .menu(Menu(element))
        default: return nil
        }
    }
}

extension Form {
    fileprivate init(_ element: MarkupElement) {
        let children = element.ownElements
        self.init(
            id: element.source("id"), scope: element.source("scope"), properties: children.properties,
            initializers: children.initializers, items: children.compactMap(FormItem.init), filleds: children.filleds,
            grammars: children.grammars, handlers: children.handlers, links: children.links,
            position: element.position)
    }
}

extension Menu {
    fileprivate init(_ element: MarkupElement) {
        let pieces = element.pieces
        let children = pieces.elements
        self.init(
            id: element.source("id"), scope: element.source("scope"), accept: element.source("accept"),
            dtmf: element.source("dtmf"), properties: children.properties, initializers: children.initializers,
            prompts: pieces.prompts, choices: children.named("choice").compactMap(Choice.init),
            handlers: children.handlers, links: children.links, position: element.position)
    }
}

extension Choice {
    fileprivate init?(_ element: MarkupElement) {
        guard let target = element.selectionTarget else { return nil }
        self.init(
            dtmf: element.source("dtmf"), accept: element.source("accept"), target: target, fetch: element.fetch,
            phrase: element.phrase, grammars: element.ownElements.grammars, position: element.position)
    }
}
