/// A program's output as a line of the log: its beginning, and no control characters.
struct LogText: CustomStringConvertible {
    let description: String

    /// In bytes.
    static let limit = 1_000
    /// How much of a line must be there for its beginning to be shown: a secret may lie across the end of that.
    static let margin = 4_096

    init(_ bytes: [UInt8]) {
        var end = min(bytes.count, Self.limit)
        // Not in the middle of a character.
        while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let text = String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars
            .map { $0.properties.generalCategory == .control ? " " : String($0) }
        description = text.joined() + (bytes.count > Self.limit ? "…" : "")
    }
}
