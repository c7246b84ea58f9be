import DialogParser
import Expressions

/// Writes documents of the elements and attributes of the language: some of them right, and some that are wrong wherever
/// a document can be.
struct DocumentGenerator {
    private var random: SeededRandom
    /// How much of the document that is written is wrong: 0 nothing, 1 a tenth.
    private var oddity = 0.0

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func document() -> String {
        oddity = [0, 0.05, 1][below(3)]
        return element(Language.element("vxml"), depth: 0)
    }

    private mutating func element(_ rule: ElementRule?, depth: Int) -> String {
        guard let rule else { return "" }
        let namespace = depth == 0 ? " xmlns=\"http://www.w3.org/2001/vxml\"" : ""
        let attributes = attributes(of: rule).map { " \($0.name)=\"\(value(of: $0, in: rule.name))\"" }.joined()
        let isEmpty = rule.content == .foreign || rule.choices.contains(where: \.includesContent)
        var content = ""
        for _ in 0..<(isEmpty && !isOdd() ? 0 : below(depth == 0 ? 6 : max(1, 5 - depth))) {
            let name =
                isOdd(0.5) || rule.children.isEmpty
                ? Language.elements[below(Language.elements.count)].name : pick(rule.children)
            if rule.content == .text && chance(0.2) || isOdd() {
                content += pick(["text", "\n", "&lt;"] + (isOdd() ? ["<x/>"] : []))
            } else if rule.children.contains(name) || isOdd(5) {
                content += element(Language.element(name), depth: depth + 1)
            }
        }
        return "<\(rule.name)\(namespace)\(attributes)>\(content)</\(rule.name)>\n"
    }

    /// Those that are needed, of those that exclude each other one, and some of the others.
    private mutating func attributes(of rule: ElementRule) -> [AttributeRule] {
        if isOdd(3) { return rule.attributes.filter { _ in chance(0.3) } }
        let chosen = Set(rule.choices.flatMap(\.names))
        let free = rule.attributes.filter { !chosen.contains($0.name) && ($0.isRequired || chance(0.2)) }
        let choices = rule.choices.filter { $0.isRequired || chance(0.2) }
            .compactMap { rule.attribute(pick($0.names)) }
        return free + choices
    }

    /// Whether to do something wrong.
    private mutating func isOdd(_ weight: Double = 1) -> Bool { chance(0.1 * weight * oddity) }

    private mutating func value(of rule: AttributeRule, in element: String) -> String {
        switch (element, rule.name) {
        // They count where the grammar stands in the document, which is left to the tests of grammars.
        case ("grammar", "version"): return "1.0"
        case ("grammar", "mode"): return pick(["dtmf", "voice"])
        case (_, "version"): return isOdd() ? "3.0" : "2.1"
        default: break
        }
        if isOdd() { return pick(["", " ", "é", "a b", "-1", "#", "&lt;&amp;", "1s", "true"]) }
        return switch rule.format {
        case .words(let words): pick(words)
        case .boolean: pick(["true", "false"])
        case .time: pick(["1s", "300ms", "0.5s"])
        case .count(let least): pick(least == 0 ? ["0", "1", "60"] : ["1", "2", "3"])
        case .number: "0.5"
        case .keys: pick(["1", "2", "12", "*", "#"])
        case .uri: pick(["#a", "#b", "other.vxml#a", "builtin:dtmf/digits"])
        case .expression:
            pick(["a", "a + b", "'x'", "a.b", "f(a)", "[1].map(x =&gt; x)", "a ? b : c", "typeof a", "/a/.test(b)"])
        case .assignable: pick(["a", "b", "application.a", "a.b"])
        case .names: pick(["a", "a b", ""])
        case .eventName: pick(["help", "noinput", "my.event"])
        case .any: pick(["a", "b", "digits", "boolean", "digits?length=4", "timeout", "termchar", "inputmodes"])
        }
    }

    private mutating func chance(_ probability: Double) -> Bool { random.next() < probability }
    private mutating func below(_ limit: Int) -> Int { Int(random.next() * Double(limit)) }
    private mutating func pick(_ texts: [String]) -> String { texts.isEmpty ? "p" : texts[below(texts.count)] }
}
