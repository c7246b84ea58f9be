/// Cuts a stream of bytes into lines for people, of which it keeps the beginnings.
struct LineHeads {
    /// How much is kept of a line, in bytes.
    let limit: Int
    private var head: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    /// The beginnings of the lines that are complete now.
    mutating func split(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
        var heads: [[UInt8]] = []
        var remaining = bytes[...]
        while let end = remaining.firstIndex(of: UInt8(ascii: "\n")) {
            keep(remaining[..<end])
            remaining = remaining[remaining.index(after: end)...]
            heads.append(takeRest())
        }
        keep(remaining)
        return heads
    }

    /// The beginning of the line that is not yet at its end; empty between two lines.
    mutating func takeRest() -> [UInt8] {
        defer { head = [] }
        return head
    }

    private mutating func keep(_ part: some Collection<UInt8>) { head += part.prefix(limit - head.count) }
}
