/// An event of the dialog (VoiceXML 2.0 5.2): its name and what `_message` says.
struct DialogEvent: Error, Hashable, Codable, Sendable {
    var name: String
    var message: String?

    init(_ name: String, _ message: String? = nil) {
        self.name = name
        self.message = message
    }

    static func semantic(_ message: String) -> Self { DialogEvent("error.semantic", message) }
    static func badfetch(_ message: String) -> Self { DialogEvent("error.badfetch", message) }

    var isError: Bool { EventName.matches("error", event: name) }
    var isDisconnect: Bool { EventName.matches("connection.disconnect", event: name) }

    /// Whether it counts against the limit of failures at one item.
    var isFailure: Bool { isError || name == "noinput" || name == "nomatch" }
}

/// Event names and their prefixes (VoiceXML 2.0 5.2.4).
enum EventName {
    /// Whether a `<catch>` for `pattern` catches the event: the same name, or a prefix that ends at a token.
    static func matches(_ pattern: some StringProtocol, event: String) -> Bool {
        if pattern.isEmpty || pattern == "." { return true }
        let tokens = pattern.hasSuffix(".") ? pattern.dropLast() : pattern[...]
        guard event.utf8.starts(with: tokens.utf8) else { return false }
        let rest = event.utf8.dropFirst(tokens.utf8.count)
        return rest.isEmpty || rest.first == UInt8(ascii: ".")
    }

    /// The name itself, each of its token prefixes, and the empty prefix that stands for every event.
    static func prefixes(of event: String) -> [String] {
        var prefixes = [""]
        for index in event.indices where event[index] == "." { prefixes.append(String(event[..<index])) }
        prefixes.append(event)
        return prefixes
    }
}
