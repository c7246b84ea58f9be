import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    /// The prompts of a form item or a menu, in document order.
    mutating func itemPrompts(_ prompts: [Prompt]) -> Range<Int> {
        let entries = prompts.compactMap { entry($0) }
        return machine.prompts.append(range: entries)
    }

    /// A prompt; nil for one without `<prompt>` that is nothing but white space.
    mutating func entry(_ prompt: Prompt) -> PromptEntry? {
        let content = promptContent(prompt.content, base: prompt.base?.text)
        if prompt.isImplicit, content.isEmpty { return nil }
        let types = [PromptEntry.BargeinType.speech, .hotword]
        return PromptEntry(
            count: integer(prompt.count, "count", atLeast: 1) ?? 1, cond: expression(prompt.cond),
            timeout: time(prompt.timeout, "timeout"), bargein: boolean(prompt.bargein, "bargein"),
            bargeintype: word(prompt.bargeintype, types), lang: prompt.lang?.text ?? machine.lang,
            content: content, position: prompt.position)
    }

    /// Content with its white space made sensible: none at both ends and around audio, pauses and marks; elsewhere a
    /// run of it is one space.
    mutating func promptContent(_ nodes: [PromptNode], base: String? = nil) -> [PromptContent] {
        var spacing = Spacing()
        return content(nodes, base: base, spacing: &spacing)
    }

    private mutating func content(_ nodes: [PromptNode], base: String?, spacing: inout Spacing) -> [PromptContent] {
        var content: [PromptContent] = []
        for node in nodes {
            switch node {
            case .text(let text): spacing.append(text.text, to: &content)
            case .value(let value):
                spacing.word(in: &content)
                content.append(.value(expression(value.expr)))
            case .enumerate(let enumerate):
                spacing.word(in: &content)
                content.append(.enumerate(template: template(of: enumerate, base: base)))
            case .markup(let markup):
                spacing.element(in: &content)
                let attributes = markup.attributes.map {
                    DialogMachines.MarkupAttribute(name: $0.name, value: $0.value.text)
                }
                let inner = self.content(markup.content, base: base, spacing: &spacing)
                content.append(.markup(element: markup.name, attributes: attributes, content: inner))
            case .audio(let audio):
                spacing.interrupt()
                content.append(self.audio(audio, base: base))
            case .break(let element):
                guard let pause = pause(element) else { break }
                spacing.interrupt()
                content.append(.pause(pause))
            case .mark(let mark):
                spacing.interrupt()
                content.append(.mark(name: computed(mark.name)))
            case .foreach(let foreach):
                spacing.word(in: &content)
                let inner = repeated(foreach.content, base: base)
                content.append(
                    .foreach(array: expression(foreach.array), variable: loopVariable(foreach.item), content: inner))
            }
        }
        return content
    }

    /// The template is said once for each choice.
    private mutating func template(of enumerate: Enumerate, base: String?) -> [PromptContent]? {
        let content = repeated(enumerate.template, base: base)
        let isBlank = content.allSatisfy { if case .text(let text) = $0 { text == " " } else { false } }
        return isBlank ? nil : content
    }

    /// What is said several times: white space at its ends is what keeps the rounds apart, or there is none.
    private mutating func repeated(_ nodes: [PromptNode], base: String?) -> [PromptContent] {
        var spacing = Spacing(isRepeated: true)
        var content = self.content(nodes, base: base, spacing: &spacing)
        spacing.end(of: &content)
        return content
    }

    /// A literal source resolves against the prompt's `xml:base` here, if there is one.
    private mutating func audio(_ audio: Audio, base: String?) -> PromptContent {
        check(audio.fetch)
        var source = computed(audio.source)
        if case .literal(let uri) = source, let base,
            let absoluteBase = URIReference.resolve(base, against: machine.base),
            let absolute = URIReference.resolve(uri, against: absoluteBase)
        {
            source = .literal(absolute)
        }
        return .audio(src: source, alternate: promptContent(audio.alternate, base: base))
    }
}
