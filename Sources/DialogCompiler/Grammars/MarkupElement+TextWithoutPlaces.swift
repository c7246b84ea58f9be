import MarkupReader

extension MarkupElement {
    /// A text that is the same for two elements that differ only in where they stand.
    var textWithoutPlaces: String {
        var text = base ?? ""
        append(to: &text)
        return text
    }

    /// The reader's limit of depth bounds the recursion. What separates the parts can stand in none of them (XML 1.0 2.2).
    private func append(to text: inout String) {
        for part in ["\u{1}", namespace ?? "", "\u{2}", name] { text += part }
        for attribute in attributes {
            for part in ["\u{3}", attribute.namespace ?? "", "\u{2}", attribute.name, "\u{2}", attribute.value] {
                text += part
            }
        }
        text += "\u{4}"
        for child in children {
            switch child {
            case .element(let element): element.append(to: &text)
            case .text(let part): text += part.text
            }
        }
        text += "\u{5}"
    }
}
