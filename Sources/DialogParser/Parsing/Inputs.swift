import Dialogs
import MarkupReader

// Grammars, links, handlers, filleds, properties: what several places share.

extension GrammarElement {
    init?(_ element: MarkupElement) {
        let external = element.either("src", "srcexpr").map { Source.external($0) }
        guard let source = external ?? (element.hasContent ? .inline(element) : nil) else { return nil }
        self.init(
            source: source, mode: element.source("mode"), type: element.source("type"), scope: element.source("scope"),
            weight: element.source("weight"), fetch: element.fetch, position: element.position)
    }
}

extension Link {
    init?(_ element: MarkupElement) {
        guard let target = element.selectionTarget else { return nil }
        self.init(
            dtmf: element.source("dtmf"), target: target, fetch: element.fetch,
            grammars: element.ownElements.grammars, position: element.position)
    }
}

extension Catch {
    init?(_ element: MarkupElement) {
        guard let kind = Kind(rawValue: element.name) else { return nil }
        self.init(
            kind: kind, event: element.source("event"), cond: element.source("cond"), count: element.source("count"),
            content: element.executableContent, position: element.position)
    }
}

extension Filled {
    init(_ element: MarkupElement) {
        self.init(
            mode: element.source("mode"), namelist: element.source("namelist"), content: element.executableContent,
            position: element.position)
    }
}

extension Property {
    init?(_ element: MarkupElement) {
        guard let name = element.source("name"), let value = element.source("value") else { return nil }
        self.init(name: name, value: value, position: element.position)
    }
}

extension Param {
    init?(_ element: MarkupElement) {
        guard let name = element.source("name"), let value = element.either("value", "expr") else { return nil }
        self.init(
            name: name, value: value, valuetype: element.source("valuetype"), type: element.source("type"),
            position: element.position)
    }
}

extension Initializer {
    init?(_ element: MarkupElement) {
        switch element.name {
        case "var":
            guard let variable = Variable(element) else { return nil }
            self = .variable(variable)
        case "script":
            guard let script = Script(element) else { return nil }
            self = .script(script)
        case "data":
            guard let data = DataElement(element) else { return nil }
            self = .data(data)
        default: return nil
        }
    }
}

extension [MarkupElement] {
    func named(_ name: String) -> [MarkupElement] { filter { $0.name == name } }

    var grammars: [GrammarElement] { named("grammar").compactMap(GrammarElement.init) }
    var links: [Link] { named("link").compactMap(Link.init) }
    var handlers: [Catch] { compactMap(Catch.init) }
    var filleds: [Filled] { named("filled").map(Filled.init) }
    var properties: [Property] { named("property").compactMap(Property.init) }
    var params: [Param] { named("param").compactMap(Param.init) }
    var initializers: [Initializer] { compactMap(Initializer.init) }
}
