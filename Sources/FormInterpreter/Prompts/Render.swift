import CallControl
import DialogMachines
import Expressions

/// Turning a prompt's content into what a gateway plays: evaluated once, when it is queued.
extension Interpreter {
    mutating func render(_ content: [PromptContent], lang: String) throws(DialogEvent) -> [PromptItem] {
        var rendering = PromptRendering(lang: lang)
        try render(content, into: &rendering)
        return rendering.finished()
    }

    private mutating func render(
        _ content: [PromptContent], into rendering: inout PromptRendering
    ) throws(DialogEvent) {
        for part in content {
            switch part {
            case .text(let text): rendering.append(text)
            case .value(let expression): try render(value: try evaluate(expression), into: &rendering)
            case .audio(let src, let alternate): try render(audio: src, alternate, into: &rendering)
            case .pause(let duration): rendering.append(item: .pause(duration))
            case .mark(let name): rendering.append(item: .mark(name: try text(of: name)))
            case .enumerate(let template): try render(enumerate: template, into: &rendering)
            case .markup(let element, let attributes, let content):
                rendering.open(element, attributes)
                try render(content, into: &rendering)
                rendering.close()
            case .foreach(let array, let variable, let content):
                for element in try elements(of: array) where element != .undefined {
                    try spendStep()
                    // The limit may have ended the session, which nothing catches.
                    guard state.control != .ended else { throw DialogEvent(Budget.Limit.steps.event) }
                    try assignLoopVariable(variable, element)
                    try render(content, into: &rendering)
                }
            }
        }
    }

    /// `<value>` (VoiceXML 2.0 4.1.4): a recording is played, all else is spoken.
    private mutating func render(value: Value, into rendering: inout PromptRendering) throws(DialogEvent) {
        let text = try text(of: value)
        if state.recordings[text] != nil {
            rendering.append(item: .audio(src: text, alternate: []))
        } else {
            rendering.append(text)
        }
    }

    /// `<audio>` (VoiceXML 2.0 4.1.3): an `expr` that gives undefined skips it with its alternate, which is all that is
    /// played where the document may not have the audio.
    private mutating func render(
        audio source: Computed, _ alternate: [PromptContent], into rendering: inout PromptRendering
    ) throws(DialogEvent) {
        let reference: String
        switch source {
        case .literal(let text): reference = text
        case .expression(let expression):
            let value = try evaluate(expression)
            guard value != .undefined else { return rendering.appendGap() }
            reference = try text(of: value)
        }
        guard let uri = try playable(reference) else { return try render(alternate, into: &rendering) }
        let alternate = try render(alternate, lang: rendering.lang)
        rendering.append(item: .audio(src: uri, alternate: alternate))
    }

    /// `<enumerate>` (VoiceXML 2.0 2.2.4): the template once for each choice or option, with `_prompt` and `_dtmf`.
    private mutating func render(
        enumerate template: [PromptContent]?, into rendering: inout PromptRendering
    ) throws(DialogEvent) {
        guard let entries = enumerated else {
            throw .semantic("<enumerate> stands where there are neither choices nor options")
        }
        for entry in entries {
            if let template {
                try withAnonymousScope([
                    NamedValue(name: "_prompt", value: .string(entry.prompt)),
                    NamedValue(name: "_dtmf", value: entry.dtmf.map { .string($0) } ?? .undefined),
                ]) { interpreter throws(DialogEvent) in try interpreter.render(template, into: &rendering) }
            } else {
                rendering.append(Self.sentence(for: entry, isChinese: rendering.isChinese))
            }
            rendering.appendGap()
        }
    }

    /// What `<enumerate>` lists at this moment; nil outside of menus and fields with options.
    private var enumerated: [EnumeratedEntry]? {
        switch item?.kind {
        case .menu(let menu): menu.choices.map(\.enumerated)
        case .field(let field): field.options.isEmpty ? nil : field.options
        default: nil
        }
    }

    private static func sentence(for entry: EnumeratedEntry, isChinese: Bool) -> String {
        guard let dtmf = entry.dtmf else { return entry.prompt + (isChinese ? "。" : ".") }
        return isChinese ? "\(entry.prompt)请按\(dtmf)。" : "For \(entry.prompt), press \(dtmf)."
    }

    /// Evaluates with a few more variables in a scope nearer than all others.
    private mutating func withAnonymousScope(
        _ variables: [NamedValue], _ body: (inout Interpreter) throws(DialogEvent) -> Void
    ) throws(DialogEvent) {
        let scope = makeScope(named: [])
        for variable in variables { setVariable(variable.name, variable.value, in: scope) }
        nearestScopes.append(scope)
        defer { nearestScopes.removeLast() }
        try body(&self)
    }
}

/// A prompt in the making: runs of text with their markup, and what stands between them.
struct PromptRendering {
    let lang: String
    private var items: [PromptItem] = []
    private var text = ""
    /// The text with its markup, written only where there is any.
    private var ssml = ""
    private var hasMarkup = false
    /// The elements that are open, with their start tags.
    private var open: [(name: String, tag: String)] = []
    /// How many were open around the `<sub>` that is; its alias is spoken in place of its content (SSML 1.0 3.1.9).
    private var depthOfAlias: Int?

    init(lang: String) { self.lang = lang }

    var isChinese: Bool { lang.lowercased().hasPrefix("zh") }

    /// Keeps what comes apart from what was; Chinese has nothing between words.
    mutating func appendGap() { if !isChinese { append(" ") } }

    mutating func append(_ string: String) {
        if depthOfAlias == nil { text += string }
        if hasMarkup { ssml += string.escapedForMarkup }
    }

    mutating func append(item: PromptItem) {
        flush()
        items.append(item)
    }

    mutating func open(_ element: String, _ attributes: [MarkupAttribute]) {
        let written = attributes.map { " \($0.name)=\"\($0.value.escapedForMarkup)\"" }.joined()
        open.append((element, "<\(element)\(written)>"))
        if !hasMarkup { ssml = text.escapedForMarkup }
        ssml += "<\(element)\(written)>"
        hasMarkup = true
        if element == "sub", depthOfAlias == nil, let alias = attributes.first(where: { $0.name == "alias" }) {
            text += alias.value
            depthOfAlias = open.count - 1
        }
    }

    mutating func close() {
        guard let element = open.popLast() else { return }
        if open.count == depthOfAlias { depthOfAlias = nil }
        ssml += "</\(element.name)>"
    }

    /// Ends a run of text. Elements that are open are closed in it and opened again in the next.
    private mutating func flush() {
        let plain = text.collapsingWhitespace()
        if !plain.isEmpty {
            let closing = open.reversed().map { "</\($0.name)>" }.joined()
            let markup = hasMarkup ? (ssml + closing).collapsingWhitespace() : nil
            items.append(.text(plain, lang: lang, ssml: markup))
        }
        text = ""
        ssml = open.map(\.tag).joined()
        hasMarkup = !open.isEmpty
    }

    mutating func finished() -> [PromptItem] {
        flush()
        return items
    }
}

extension String {
    fileprivate var escapedForMarkup: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension PromptItem {
    /// What a `<log>` writes of it.
    var plainText: String {
        switch self {
        case .text(let text, _, _): text
        case .audio(let src, _): src
        case .pause, .mark: ""
        }
    }
}
