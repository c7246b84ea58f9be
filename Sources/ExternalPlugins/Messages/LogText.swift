/// A program's output as a line of the log: its beginning, and no control characters.
struct LogText: CustomStringConvertible {
    let description: String

    /// In bytes.
    static let limit = 1_000

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.prefix(Self.limit), as: UTF8.self).unicodeScalars
            .map { $0.properties.generalCategory == .control ? " " : String($0) }
        description = text.joined() + (bytes.count > Self.limit ? "…" : "")
    }
}
