/// Text as a part of a line of the log: its beginning, and nothing that could end the line or move a cursor.
package struct LogText: CustomStringConvertible {
    package let description: String

    /// In bytes.
    package static let limit = 1_000
    /// How much of a line must be there for its beginning to be shown: a secret may lie across the end of that.
    package static let margin = 4_096

    package init(_ bytes: [UInt8], limit: Int = LogText.limit) {
        var end = min(bytes.count, limit)
        // Not in the middle of a character.
        while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let text = String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars
            .map { Self.isControl($0) ? " " : String($0) }
        description = text.joined() + (bytes.count > limit ? "…" : "")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
