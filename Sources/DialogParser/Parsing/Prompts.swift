import Dialogs
import MarkupReader

extension Prompt {
    init(_ element: MarkupElement) {
        self.init(
            cond: element.source("cond"), count: element.source("count"), timeout: element.source("timeout"),
            bargein: element.source("bargein"), bargeintype: element.source("bargeintype"),
            lang: element.xmlSource("lang"), base: element.xmlSource("base"), content: element.promptNodes,
            position: element.position)
    }

    /// A run without a `<prompt>` element; nil when it says nothing.
    init?(run: [MarkupNode]) {
        let first = run.first { if case .text(let text) = $0 { !text.isBlank } else { true } }
        guard let first else { return nil }
        self.init(isImplicit: true, content: run.compactMap(PromptNode.init), position: first.position)
    }
}

extension MarkupElement {
    var promptNodes: [PromptNode] { children.compactMap(PromptNode.init) }
}

extension PromptNode {
    /// nil for what is nothing to a prompt, and for what has been reported.
    init?(_ node: MarkupNode) {
        switch node {
        case .text(let text): self = .text(SourceText(text.text, at: text.position))
        case .element(let element):
            guard Namespace.isOurs(element), let node = Self.node(of: element) else { return nil }
            self = node
        }
    }

    private static func node(of element: MarkupElement) -> PromptNode? {
        let position = element.position
        switch element.name {
        case "value": return element.source("expr").map { .value(ValueElement(expr: $0, position: position)) }
        case "audio": return Audio(element).map { .audio($0) }
        case "break":
            let pause = Break(
                time: element.source("time"), strength: element.source("strength"), size: element.source("size"),
                position: position)
            return .break(pause)
        case "mark": return element.either("name", "nameexpr").map { .mark(Mark(name: $0, position: position)) }
        case "enumerate": return .enumerate(Enumerate(template: element.promptNodes, position: position))
        case "foreach": return PromptForeach(element).map { .foreach($0) }
        case let name where Language.speechMarkup.contains(name): return .markup(SpeechMarkup(element))
        default: return nil
        }
    }
}

extension Audio {
    fileprivate init?(_ element: MarkupElement) {
        guard let source = element.either("src", "expr") else { return nil }
        self.init(
            source: source, fetch: element.fetch, alternate: element.promptNodes, position: element.position)
    }
}

extension SpeechMarkup {
    fileprivate init(_ element: MarkupElement) {
        let attributes = element.attributes.map { ($0.qualifiedName, SourceText($0.value, at: $0.valuePosition)) }
        self.init(
            name: element.name, attributes: attributes, content: element.promptNodes, position: element.position)
    }
}
