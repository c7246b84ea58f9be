import Dialogs
import MarkupReader

extension Document {
    init(_ root: MarkupElement, version: LanguageVersion, uri: String, file: String) {
        let children = root.ownElements
        self.init(
            uri: uri, file: file, version: version.rawValue, application: root.source("application"),
            base: root.xmlSource("base"), lang: root.xmlSource("lang"), metas: children.named("meta").map(Meta.init),
            properties: children.properties, initializers: children.initializers, handlers: children.handlers,
            links: children.links, dialogs: children.compactMap(Dialog.init), position: root.position)
    }
}

extension Meta {
    fileprivate init(_ element: MarkupElement) {
        self.init(
            name: element.source("name"), httpEquiv: element.source("http-equiv"), content: element.source("content"),
            position: element.position)
    }
}
