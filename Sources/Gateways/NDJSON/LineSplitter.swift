/// Cuts input into numbered lines.
struct LineSplitter {
    struct Line: Equatable {
        /// From 1.
        var number: Int
        /// Without its end; nil when it is over the limit.
        var bytes: [UInt8]?
    }

    /// No line is longer, its end not counted.
    static let limit = 1 << 20

    private var rest: [UInt8] = []
    private var isTooLong = false
    private var number = 0

    /// The lines that these bytes complete.
    mutating func feed(_ chunk: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while let end = chunk[start...].firstIndex(of: UInt8(ascii: "\n")) {
            append(chunk[start..<end])
            lines.append(complete())
            start = end + 1
        }
        append(chunk[start...])
        return lines
    }

    /// The last line, when the input does not end with the end of a line.
    mutating func finish() -> Line? {
        rest.isEmpty && !isTooLong ? nil : complete()
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        if isTooLong { return }
        if rest.count + bytes.count > Self.limit {
            isTooLong = true
            rest = []
        } else {
            rest += bytes
        }
    }

    private mutating func complete() -> Line {
        defer {
            rest = []
            isTooLong = false
        }
        number += 1
        return Line(number: number, bytes: isTooLong ? nil : rest)
    }
}
