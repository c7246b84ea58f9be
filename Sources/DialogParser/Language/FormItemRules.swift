extension Language {
    /// What all input items hold.
    private static let inputItem = eventHandlers + spoken + ["filled", "prompt", "property"]

    static let formItemRules: [ElementRule] = [
        ElementRule(
            "field", "VoiceXML 2.0 2.3.1", formItem + ["type", "slot", "modal"],
            children: inputItem + ["grammar", "link", "option"], content: .text),
        ElementRule("option", "VoiceXML 2.0 2.3.1.3", ["dtmf", "accept", "value"], content: .text),
        ElementRule("block", "VoiceXML 2.0 2.3.2", formItem, children: executableContent, content: .text),
        ElementRule(
            "initial", "VoiceXML 2.0 2.3.3", formItem,
            children: eventHandlers + spoken + ["link", "prompt", "property"], content: .text),
        ElementRule(
            "subdialog", "VoiceXML 2.0 2.3.4",
            formItem + ["src", "srcexpr", "namelist", "method", "enctype"] + fetching,
            choices: [.one("src", "srcexpr")], children: inputItem + ["param"], content: .text),
        ElementRule(
            "object", "VoiceXML 2.0 2.3.5",
            formItem + ["classid", "codebase", "codetype", "data", "type", "archive"] + fetching,
            children: inputItem + ["param"], content: .text),
        ElementRule(
            "record", "VoiceXML 2.0 2.3.6",
            formItem + ["modal", "beep", "maxtime", "finalsilence", "dtmfterm", "type"],
            children: inputItem + ["grammar"], content: .text),
        ElementRule(
            "transfer", "VoiceXML 2.0 2.3.7",
            formItem
                + [
                    "dest", "destexpr", "bridge",
                    AttributeRule("type", since: .v21, format: .words(["blind", "bridge", "consultation"])),
                    "connecttimeout", "maxtime", "transferaudio", "aai",
                    "aaiexpr",
                ],
            choices: [.one("dest", "destexpr"), .optional("bridge", "type"), .optional("aai", "aaiexpr")],
            children: inputItem + ["grammar"], content: .text),
        ElementRule(
            "param", "VoiceXML 2.0 6.4",
            [
                .required("name"), "expr", "value", "valuetype", "type",
            ],
            choices: [.one("expr", "value")]),
    ]
}
