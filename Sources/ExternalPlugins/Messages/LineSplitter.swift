/// Cuts a stream of bytes into lines.
struct LineSplitter {
    /// How long a line may be, in bytes, without its line feed.
    let limit: Int
    /// Whether there was a longer one. It is not given out.
    private(set) var isOverlong = false
    /// What has come of a line that is not yet at its end.
    private(set) var rest: [UInt8] = []

    init(limit: Int) { self.limit = limit }

    /// The lines that are complete now, without their line feeds.
    mutating func split(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var remaining = bytes[...]
        while !isOverlong, let end = remaining.firstIndex(of: UInt8(ascii: "\n")) {
            append(remaining[..<end])
            remaining = remaining[remaining.index(after: end)...]
            if !isOverlong { lines.append(takeRest()) }
        }
        append(remaining)
        return lines
    }

    private mutating func takeRest() -> [UInt8] {
        defer { rest = [] }
        return rest
    }

    private mutating func append(_ part: some Collection<UInt8>) {
        guard !isOverlong else { return }
        isOverlong = rest.count + part.count > limit
        if !isOverlong { rest += part }
    }
}
