import DialogParser

/// Small documents made of the tables of the language.
enum SampleElements {
    /// A document in which an element stands as near to the root as it can, with what it needs.
    static func document(_ name: String, attributes: String? = nil, content: String = "") -> String? {
        path(to: name).map { document(along: $0, attributes: attributes, content: content) }
    }

    /// A document with an element in another one.
    static func document(_ name: String, in parent: String) -> String? {
        path(to: parent).map { document(along: $0 + [name], attributes: nil, content: "") }
    }

    /// The names from the root to an element.
    static func path(to name: String) -> [String]? {
        var paths = [["vxml"]]
        var seen: Set = ["vxml"]
        while !paths.isEmpty {
            if let found = paths.first(where: { $0.last == name }) { return found }
            paths = paths.flatMap { path in
                (path.last.flatMap(Language.element)?.children ?? []).filter { seen.insert($0).inserted }
                    .map { path + [$0] }
            }
        }
        return nil
    }

    private static func document(along path: [String], attributes: String?, content: String) -> String {
        var text = content
        for (depth, name) in path.enumerated().reversed() {
            let own = depth == path.count - 1 ? attributes : nil
            let all = own ?? needed(by: name)
            // Where nothing stands in a <script>, it needs something.
            let namespace = depth == 0 ? " xmlns=\"http://www.w3.org/2001/vxml\"" : ""
            text = "<\(name)\(namespace) \(all)>\(text)</\(name)>"
        }
        return text
    }

    /// The attributes that an element cannot do without.
    static func needed(by name: String, besides given: String? = nil) -> String {
        guard let rule = Language.element(name) else { return "" }
        let required = rule.attributes.filter { $0.isRequired && $0.name != given }
        let chosen = rule.choices.filter { $0.isRequired && !$0.names.contains(given ?? "") }
            .compactMap { $0.names.first.flatMap(rule.attribute) }
        return (required + chosen).map { "\($0.name)=\"\(value(of: $0, right: true))\"" }.joined(separator: " ")
    }

    /// Values that are right, among them one that is no default.
    static func rightValues(of rule: AttributeRule) -> [String] {
        switch rule.format {
        case .words(let words): words
        case .boolean: ["true", "false"]
        case .count: ["1", "2"]
        case .names: ["", "a"]
        default: [value(of: rule, right: true)]
        }
    }

    /// A value that is right, or one that is wrong; for a format that takes every value it is the same.
    static func value(of rule: AttributeRule, right: Bool) -> String {
        if rule.name == "version" { return right ? "2.1" : "3.0" }
        return switch rule.format {
        case .any: "a"
        case .uri: "a.vxml"
        case .expression, .assignable: "a"
        case .names: ""
        case .eventName: right ? "a.b" : "a b"
        case .words(let words): right ? words[0] : "no such word"
        case .boolean: right ? "true" : "yes"
        case .time: right ? "1.5s" : "15"
        case .count(let least): right ? "\(least)" : "-1"
        case .number: right ? "0.5" : "half"
        case .keys: right ? "1 #" : "one"
        }
    }
}
