extension Language {
    /// What Dialtone adds to the language, by element: attributes of the namespace `urn:dialtone`.
    ///
    /// A ringing time, a whisper and screen data that are known only when the call is made.
    public static let dialtoneAttributes: [String: [AttributeRule]] = [
        "transfer": ["connecttimeoutexpr", "whisperexpr", "attachexpr"]
    ]
}
