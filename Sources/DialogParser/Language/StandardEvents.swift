/// An event that the standard names, or Dialtone.
public struct EventRule: Sendable {
    /// What follows in capitals is filled in: `error.badfetch.http.NNN`.
    public let name: String
    public let section: String
    public let state: SupportState

    fileprivate init(_ name: String, _ section: String, _ state: SupportState = .works) {
        self.name = name
        self.section = section
        self.state = state
    }
}

extension Language {
    /// The events that a document can catch without throwing them.
    public static let events: [EventRule] = [
        EventRule("cancel", "VoiceXML 2.0 5.2.6", .inactive), EventRule("exit", "VoiceXML 2.0 5.2.6", .inactive),
        EventRule("help", "VoiceXML 2.0 5.2.6", .inactive),
        EventRule("noinput", "VoiceXML 2.0 5.2.6"), EventRule("nomatch", "VoiceXML 2.0 5.2.6"),
        EventRule("maxspeechtimeout", "VoiceXML 2.0 5.2.6", .inactive),
        EventRule("connection.disconnect.hangup", "VoiceXML 2.0 5.2.6"),
        EventRule("connection.disconnect.transfer", "VoiceXML 2.0 5.2.6"),
        EventRule("error.badfetch", "VoiceXML 2.0 5.2.6"), EventRule("error.badfetch.http.NNN", "VoiceXML 2.0 5.2.6"),
        EventRule("error.semantic", "VoiceXML 2.0 5.2.6"), EventRule("error.noauthorization", "VoiceXML 2.0 5.2.6"),
        EventRule("error.unsupported.builtin", "VoiceXML 2.0 5.2.6"),
        EventRule("error.unsupported.format", "VoiceXML 2.0 5.2.6"),
        EventRule("error.unsupported.objectname", "VoiceXML 2.0 2.3.5"),
        EventRule("error.unsupported.ELEMENT", "VoiceXML 2.0 5.2.6"),
        EventRule("error.connection.baddestination", "VoiceXML 2.0 2.3.7.3"),
        EventRule("error.unsupported.uri", "VoiceXML 2.0 2.3.7.3"),
        EventRule("error.plugin.PLUGIN.WHAT", "Dialtone"), EventRule("error.dialtone.BUDGET", "Dialtone"),
    ]
}
