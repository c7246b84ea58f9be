import Diagnostics
import Dialogs
import MarkupReader

// Variables, scripts, data, conditions, logs.

extension Variable {
    init?(_ element: MarkupElement) {
        guard let name = element.source("name") else { return nil }
        self.init(name: name, expr: element.source("expr"), position: element.position)
    }
}

extension Assign {
    init?(_ element: MarkupElement) {
        guard let name = element.source("name"), let expr = element.source("expr") else { return nil }
        self.init(name: name, expr: expr, position: element.position)
    }
}

extension Script {
    init?(_ element: MarkupElement) {
        guard let source = Source(element) else { return nil }
        self.init(source: source, charset: element.source("charset"), fetch: element.fetch, position: element.position)
    }
}

extension Script.Source {
    fileprivate init?(_ element: MarkupElement) {
        if let external = element.either("src", "srcexpr") {
            self = .external(external)
        } else if let first = element.children.first(where: { if case .text = $0 { true } else { false } }) {
            self = .inline(SourceText(element.text, at: first.position))
        } else {
            return nil
        }
    }
}

extension DataElement {
    init?(_ element: MarkupElement) {
        guard let target = element.either("src", "srcexpr") else { return nil }
        self.init(
            name: element.source("name"), target: target, namelist: element.source("namelist"),
            method: element.source("method"), enctype: element.source("enctype"), fetch: element.fetch,
            position: element.position)
    }
}

extension If {
    init(_ element: MarkupElement) {
        var branches: [Branch] = []
        var head = element
        var body: [MarkupNode] = []
        func endBranch() {
            let content = MarkupElement.pieces(of: body, in: element).compactMap(ExecutableContent.init)
            branches.append(Branch(cond: head.source("cond"), content: content, position: head.position))
            body = []
        }
        for child in element.children {
            if case .element(let next) = child, ["elseif", "else"].contains(next.name), Namespace.isOurs(next) {
                endBranch()
                head = next
            } else {
                body.append(child)
            }
        }
        endBranch()
        self.init(branches: branches, position: element.position)
    }
}

extension Log {
    init(_ element: MarkupElement) {
        self.init(
            label: element.source("label"), expr: element.source("expr"), content: element.promptNodes,
            position: element.position)
    }
}
