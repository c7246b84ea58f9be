import DialogMachines
import Expressions

extension ListingWriter {
    mutating func prompt(_ prompt: PromptEntry, _ level: Int) {
        line(level, "prompt " + text(of: prompt), at: prompt.position)
    }

    /// A prompt in one line, what it depends on before what it says.
    func text(of prompt: PromptEntry) -> String {
        var conditions: [String] = []
        if prompt.count > 1 { conditions.append("from the \(Self.ordinal(prompt.count)) on") }
        if let cond = prompt.cond { conditions.append("if {\(cond.source)}") }
        if let timeout = prompt.timeout { conditions.append("timeout \(timeout.listing)") }
        if let bargein = prompt.bargein { conditions.append(bargein ? "bargein" : "no bargein") }
        if let type = prompt.bargeintype { conditions.append(type.rawValue) }
        if prompt.lang != machine.lang { conditions.append(prompt.lang) }
        let prefix = conditions.isEmpty ? "" : "(" + conditions.joined(separator: ", ") + ") "
        return prefix + "“\(prompt.content.listing)”"
    }
}

extension [PromptContent] {
    /// What is said, in one line: values in braces, what is not said in brackets.
    var listing: String {
        reduce(into: "") { text, content in
            let piece = content.listing
            // What is not speech stands apart from it, but for the full stop after it.
            let isStop = piece.first.map { $0.isPunctuation && $0 != "{" } ?? false
            let isApart = piece.first == "[" || (text.last == "]" && !isStop)
            if isApart, text.last?.isWhitespace == false, piece.first?.isWhitespace == false { text += " " }
            text += piece
        }
    }
}

extension PromptContent {
    fileprivate var listing: String {
        switch self {
        case .text(let text): text
        case .value(let expression): "{\(expression.source)}"
        case .audio(let src, let alternate):
            "[audio \(src.listing)\(alternate.isEmpty ? "" : ", else “\(alternate.listing)”")]"
        case .pause(let time): "[\(time.listing)]"
        case .mark(let name): "[mark \(name.listing)]"
        case .enumerate(let template): template.map { "[for each: “\($0.listing)”]" } ?? "[each with its key]"
        case .markup(let element, let attributes, let content):
            "<\(element)\(attributes.map { " \($0.name)=\"\($0.value)\"" }.joined())>\(content.listing)</\(element)>"
        case .foreach(let array, let variable, let content):
            "[for each \(variable.source) of {\(array.source)}: “\(content.listing)”]"
        }
    }
}
