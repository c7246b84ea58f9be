import Diagnostics
import DialogMachines
import Expressions

extension ListingWriter {
    /// A block under a title of its own, if anything is in it.
    mutating func block(_ block: CodeBlock, _ title: String, _ level: Int) {
        guard block.entry != nil else { return }
        if level == 0 { space() }
        line(level, title)
        code(block, level + 1)
    }

    /// The instructions of a block up to its end, numbered.
    mutating func code(_ block: CodeBlock, _ level: Int) {
        guard var index = block.entry else { return }
        while index < machine.instructions.count {
            let instruction = machine.instructions[index]
            let number = String(index)
            let label = String(repeating: " ", count: max(4 - number.count, 0)) + number + "  "
            line(level, label: label, text(of: instruction), at: machine.positions[index])
            if case .end = instruction { return }
            index += 1
        }
    }

    private func text(of instruction: Instruction) -> String {
        switch instruction {
        case .declare(let name, let value): "var \(name)" + (value.map { " = \($0.source)" } ?? "")
        case .assign(let target, let value): "\(target.source) = \(value.source)"
        case .clear(let names): names.map { "clear \($0.joined(separator: ", "))" } ?? "clear all form items"
        case .script(let text): "script \(Self.excerpt(text))"
        case .externalScript(let target, _): "script from \(target.listing)"
        case .data(let name, let target, let submission):
            "data" + (name.map { " \($0)" } ?? "") + " from \(target.listing)\(submission.listing)"
        case .jump(let target): "go on at \(target)"
        case .jumpUnless(let condition, let target): "if \(condition.source), else go on at \(target)"
        case .loop(let array): "for each of {\(array.source)}"
        case .nextElement(let variable, let end): "\(variable.source) is the next; after the last go on at \(end)"
        case .prompt(let index): "prompt \(text(of: machine.prompts[index]))"
        case .throwEvent(let event, let message): "throw \(event.listing)\(Self.message(message))"
        case .reprompt: "reprompt"
        case .goto(let target): "goto \(target.listing)"
        case .gotoItem(let name): "goto the item \(name.listing)"
        case .submit(let target, let submission): "submit to \(target.listing)\(submission.listing)"
        case .exit(let value, let names):
            "exit" + (value.map { " {\($0.source)}" } ?? "") + (names.map { " with \($0.listing)" } ?? "")
        case .returnValues(let names): names.isEmpty ? "return" : "return \(names.listing)"
        case .returnEvent(let event, let message): "return the event \(event.listing)\(Self.message(message))"
        case .disconnect(let names): "disconnect" + (names.map { " with \($0.listing)" } ?? "")
        case .log(let label, let expr, let content):
            "log" + (label.map { " \($0):" } ?? "") + (expr.map { " {\($0.source)}" } ?? "")
                + (content.isEmpty ? "" : " “\(content.listing)”")
        case .fail(let event, let message): "throw \(event), message \"\(message)\""
        case .end: "end"
        }
    }

    private static func message(_ message: Computed?) -> String { message.map { ", message \"\($0.listing)\"" } ?? "" }

    /// The beginning of a script, its white space made small.
    private static func excerpt(_ script: String) -> String {
        let text = script.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.count > 200 ? text.prefix(200) + "…" : text
    }
}
