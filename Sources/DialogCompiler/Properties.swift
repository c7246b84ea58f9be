import CallControl
import Diagnostics
import DialogMachines
import Dialogs

extension Compilation {
    /// The properties set at one place; the last of a name counts.
    mutating func properties(_ properties: [Property]) -> [String: String] {
        for property in properties { check(property) }
        return Dictionary(properties.map { ($0.name.text, $0.value.text) }, uniquingKeysWith: { _, last in last })
    }

    private mutating func check(_ property: Property) {
        let name = property.name.text
        guard let kind = PropertyRule.of(name)?.kind else {
            let suggestion = Suggestion.nearest(to: name, among: PropertyRule.all.map(\.name))
            report(.unknownProperty(property.name, suggestion: suggestion))
            return
        }
        let value = property.value
        switch kind {
        case .time: _ = time(value, name)
        case .boolean: _ = boolean(value, name)
        case .count(let minimum): _ = integer(value, name, atLeast: minimum)
        case .fraction: checkNumber(value, name, through: 1)
        case .words(let words):
            if !words.contains(value.text) {
                report(.badValue(of: name, value, expected: words.joined(separator: ", ")))
            }
        case .wordList(let words):
            if !value.words.allSatisfy(words.contains) {
                report(.badValue(of: name, value, expected: "a list of " + words.joined(separator: ", ")))
            }
        case .key:
            let isKey = value.text.count == 1 && value.text.first.flatMap(DTMFKey.init) != nil
            if !value.text.isEmpty, !isKey { report(.badValue(of: name, value, expected: "a key, or empty")) }
        case .text: break
        }
    }
}
