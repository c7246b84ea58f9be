import Dialogs
import MarkupReader

/// A part of an element's content.
enum Piece {
    /// A `<prompt>`, or a run of text and speech without one.
    case prompt(Prompt)
    /// Any other element of the language.
    case element(MarkupElement)
}

extension MarkupElement {
    /// The content in document order. What cannot stand here has been reported and is left out.
    var pieces: [Piece] { Self.pieces(of: children, in: self) }

    /// Some of the children of an element, which may be less than all for a branch of an `<if>`.
    static func pieces(of children: [MarkupNode], in parent: MarkupElement) -> [Piece] {
        guard !children.isEmpty, let rule = Language.element(parent.name) else { return [] }
        var pieces: [Piece] = []
        var run: [MarkupNode] = []
        func endRun() {
            guard !run.isEmpty else { return }
            if let prompt = Prompt(run: run) { pieces.append(.prompt(prompt)) }
            run = []
        }
        for child in children {
            switch child {
            case .text: run.append(child)
            case .element(let element):
                guard Namespace.isOurs(element), rule.isParent(of: element.name) else { continue }
                if Language.isSpoken(element.name) {
                    run.append(child)
                } else {
                    endRun()
                    pieces.append(element.name == "prompt" ? .prompt(Prompt(element)) : .element(element))
                }
            }
        }
        endRun()
        return pieces
    }
}

extension [Piece] {
    var prompts: [Prompt] { compactMap { if case .prompt(let prompt) = $0 { prompt } else { nil } } }
    var elements: [MarkupElement] { compactMap { if case .element(let element) = $0 { element } else { nil } } }
}
