/// Tags as the drafts of SISR had them: `$` for what became `out`, `$rule` for `rules.rule`, `$$` for `rules.latest()`.
/// They may stand in a grammar that names no tag-format, of which SRGS leaves open what its tags are.
enum DraftTags {
    /// The same tag as SISR 1.0 has it. One with a slash is left as it is: what is in a regular expression stays there.
    static func standard(_ tag: String) -> String {
        guard tag.contains("$"), !tag.contains("/") else { return tag }
        var standard = ""
        var quote: Character?
        var rest = tag[...]
        while let next = rest.popFirst() {
            if let open = quote {
                standard.append(next)
                if next == "\\", let escaped = rest.popFirst() { standard.append(escaped) }
                if next == open { quote = nil }
            } else if next == "$", standard.last.map({ !isPartOfName($0) }) ?? true {
                standard += variable(&rest)
            } else {
                if next == "\"" || next == "'" { quote = next }
                standard.append(next)
            }
        }
        return standard
    }

    /// What the variable is called now whose `$` has been read.
    private static func variable(_ rest: inout Substring) -> String {
        let name = rest.prefix(while: isPartOfName)
        rest = rest.dropFirst(name.count)
        switch name {
        case "": return "out"
        case "$": return "rules.latest()"
        default: return "rules.\(name)"
        }
    }

    private static func isPartOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "$"
    }
}
