/// The formats of grammars: SRGS XML is read, others are `error.unsupported.format`.
public enum GrammarFormat {
    /// The id of the diagnostic for a format that is not read.
    public static let unsupportedID = "grammar-unsupported-format"

    private static let readable: Set<String> = [
        "application/srgs+xml", "application/grammar+xml", "application/x-grammar+xml", "application/voicexml+xml",
        "application/xml", "text/xml",
    ]
    private static let headers = ["#ABNF": "ABNF", "#JSGF": "JSGF"]

    /// The name of a media type's format when it is not read: `application/srgs`.
    public static func unsupported(mediaType: String) -> String? {
        let type = mediaType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        return type.isEmpty || readable.contains(type) ? nil : type
    }

    /// The name of a text's format when it says by its first line that it is no XML: `ABNF`.
    public static func unsupported(content: [UInt8]) -> String? {
        let start = String(decoding: content.prefix(64), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return headers.first { start.hasPrefix($0.key) }?.value
    }
}
