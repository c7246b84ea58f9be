/// The media types of recordings (VoiceXML 2.0 appendix E): what every gateway can make.
enum RecordingFormat {
    static let standard = "audio/x-wav"

    private static let types: Set<String> = ["audio/basic", "audio/x-alaw-basic", "audio/wav", "audio/x-wav"]

    /// - Throws: `error.unsupported.format` for another type.
    static func check(_ type: String?) throws(DialogEvent) {
        guard let type else { return }
        let essence = type.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        guard types.contains(essence) else {
            throw DialogEvent("error.unsupported.format", "recordings of the type '\(type)' cannot be made")
        }
    }
}

extension Interpreter {
    /// With the property `recordutterance` the caller's words would be recorded (VoiceXML 2.1 7). Keys are no words, so
    /// that there is never a recording; only a type that no recording could have is an error.
    func checkUtteranceFormat() throws(DialogEvent) {
        guard flag("recordutterance", default: false) else { return }
        try RecordingFormat.check(property("recordutterancetype"))
    }
}
