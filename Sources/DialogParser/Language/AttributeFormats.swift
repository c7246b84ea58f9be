extension AttributeRule {
    /// Whether white space around its value is nothing.
    var isToken: Bool {
        switch format {
        case .any: Self.names.contains(name)
        case .expression: false
        case .eventName, .words, .boolean, .time, .count, .number, .keys, .uri, .assignable, .names: true
        }
    }

    private static let names: Set<String> = ["id", "name", "nextitem", "slot"]
}

extension AttributeRule.Format {
    /// What attributes of a name hold wherever they stand, unless an element says otherwise.
    static func standard(_ name: String) -> Self {
        byName[name] ?? (name.hasSuffix("expr") ? .expression : .any)
    }

    private static let byName: [String: AttributeRule.Format] = {
        let names: [(AttributeRule.Format, String)] = [
            (.expression, "array cond expr expritem"),
            (.names, "namelist"),
            (.boolean, "bargein beep bridge dtmfterm modal"),
            (.time, "connecttimeout fetchtimeout finalsilence maxtime time timeout"),
            (.count(from: 0), "maxage maxstale"),
            (.count(from: 1), "count"),
            (.number, "weight"),
            (.uri, "application codebase data dest fetchaudio next src transferaudio uri"),
            (.keys, "dtmf"),
        ]
        let words: [String: [String]] = [
            "accept": ["exact", "approximate"], "bargeintype": ["speech", "hotword"],
            "enctype": ["application/x-www-form-urlencoded", "multipart/form-data"],
            "fetchhint": ["prefetch", "safe"], "method": ["get", "post"], "scope": ["dialog", "document"],
            "valuetype": ["data", "ref"],
        ]
        return Dictionary(
            names.flatMap { format, names in names.split(separator: " ").map { (String($0), format) } }
                + words.map { ($0, .words($1)) }, uniquingKeysWith: { first, _ in first })
    }()
}
