import Dialogs
import MarkupReader

extension Goto {
    init?(_ element: MarkupElement) {
        let document = element.either("next", "expr").map { Target.document($0) }
        guard let target = document ?? element.either("nextitem", "expritem").map({ .item($0) }) else { return nil }
        self.init(target: target, fetch: element.fetch, position: element.position)
    }
}

extension Submit {
    init?(_ element: MarkupElement) {
        guard let target = element.either("next", "expr") else { return nil }
        self.init(
            target: target, namelist: element.source("namelist"), method: element.source("method"),
            enctype: element.source("enctype"), fetch: element.fetch, position: element.position)
    }
}

extension Exit {
    init(_ element: MarkupElement) {
        self.init(
            expr: element.source("expr"), namelist: element.source("namelist"), position: element.position)
    }
}

extension Return {
    init(_ element: MarkupElement) {
        self.init(
            namelist: element.source("namelist"), event: element.either("event", "eventexpr"),
            message: element.either("message", "messageexpr"), position: element.position)
    }
}

extension Throw {
    init?(_ element: MarkupElement) {
        guard let event = element.either("event", "eventexpr") else { return nil }
        self.init(event: event, message: element.either("message", "messageexpr"), position: element.position)
    }
}
