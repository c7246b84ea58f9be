public import Diagnostics

/// The formats of grammars: SRGS is read in both its forms, XML and ABNF; others are `error.unsupported.format`.
public enum GrammarFormat {
    /// The id of the diagnostic for a format that is not read.
    public static let unsupportedID = "grammar-unsupported-format"
    static let unsupportedTagsID = "grammar-unsupported-tag-format"

    /// Whether that is all that is wrong: the grammar, or its tags, have a format that is not read.
    public static func isUnsupported(_ diagnostic: Diagnostic) -> Bool {
        [unsupportedID, unsupportedTagsID].contains(diagnostic.id)
    }

    private static let abnfType = "application/srgs"
    private static let xmlTypes: Set<String> = [
        "application/srgs+xml", "application/grammar+xml", "application/x-grammar+xml", "application/voicexml+xml",
        "application/xml", "text/xml",
    ]
    private static let abnfHeader = "#ABNF"
    private static let unreadableHeaders = ["#JSGF": "JSGF"]

    /// The name of a media type's format when it is not read: `application/x-jsgf`.
    public static func unsupported(mediaType: String) -> String? {
        let type = essence(of: mediaType)
        return type.isEmpty || type == abnfType || xmlTypes.contains(type) ? nil : type
    }

    /// The name of a text's format when it says by its first line that it is none that is read: `JSGF`.
    public static func unsupported(content: [UInt8]) -> String? {
        let start = start(of: content)
        return unreadableHeaders.first { start.hasPrefix($0.key) }?.value
    }

    /// Whether the media type is that of ABNF.
    static func isABNF(mediaType: String) -> Bool { essence(of: mediaType) == abnfType }

    /// Whether a text identifies itself as ABNF (SRGS 1.0 4.1).
    public static func isABNF(content: [UInt8]) -> Bool { start(of: content).hasPrefix(abnfHeader) }

    private static func essence(of mediaType: String) -> String {
        mediaType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }

    private static func start(of content: [UInt8]) -> Substring {
        String(decoding: content.prefix(64), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    }
}
