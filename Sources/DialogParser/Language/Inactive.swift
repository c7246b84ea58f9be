// What is read and checked, and changes nothing in a call of keys.
extension SupportState {
    static func element(_ name: String) -> Self {
        switch name {
        case "desc", "lexicon", "meta", "metadata": .inactive
        default: .works
        }
    }

    static func attribute(_ name: String, of element: String) -> Self {
        switch (element, name) {
        // For speech only.
        case (_, "accept"), (_, "weight"): .inactive
        // What is sent along cannot be fetched before; the gateway fetches audio.
        case ("submit", "fetchhint"), ("audio", "fetchhint"), ("object", "fetchhint"): .inactive
        // A plugin is named by its classid alone.
        case ("object", "archive"), ("object", "codebase"), ("object", "codetype"), ("object", "data"),
            ("object", "type"), ("object", "fetchaudio"), ("object", "maxage"), ("object", "maxstale"),
            ("param", "type"), ("param", "valuetype"):
            .inactive
        // The gateway plays it, and has it from where it wants.
        case ("audio", "fetchtimeout"), ("audio", "maxage"), ("audio", "maxstale"): .inactive
        default: .works
        }
    }
}
