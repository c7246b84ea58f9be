import CallControl

extension PluginManifest {
    /// What is wrong with the manifest itself, as text for its author; empty when it can be used.
    public var problems: [String] {
        var problems: [String] = []
        if !Self.isIdentifier(name) { problems.append("the plugin's name '\(name)' is no identifier") }
        if methods.isEmpty { problems.append("the plugin has no method") }
        problems += Self.repeated(methods.map(\.name)).map { "the method '\($0)' is declared twice" }
        for method in methods {
            problems += method.problems.map { "method '\(method.name)': \($0)" }
        }
        return problems
    }

    /// Whether a name can be a part of `method://PLUGIN/METHOD`, of an event's name and of an ECMAScript expression.
    public static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// The names that occur more than once, each once.
    fileprivate static func repeated(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        var twice: [String] = []
        for name in names where !seen.insert(name).inserted && !twice.contains(name) { twice.append(name) }
        return twice
    }
}

extension PluginManifest.Method {
    fileprivate var problems: [String] {
        var problems: [String] = []
        if !PluginManifest.isIdentifier(name) { problems.append("its name is no identifier") }
        let groups = [
            ("parameter", parameters.map(\.name)), ("result", results.map(\.name)), ("failure", failures),
        ]
        for (kind, names) in groups {
            problems += names.filter { !PluginManifest.isIdentifier($0) }.map { "the \(kind) '\($0)' is no identifier" }
            problems += PluginManifest.repeated(names).map { "the \(kind) '\($0)' is declared twice" }
        }
        if let timeLimit, timeLimit <= .zero { problems.append("its time limit is not above zero") }
        if let every {
            if every < .seconds(1) { problems.append("'every' is less than a second") }
            if parameters.contains(where: \.isRequired) {
                problems.append("'every' calls it without parameters, but it requires some")
            }
        }
        return problems
    }
}
