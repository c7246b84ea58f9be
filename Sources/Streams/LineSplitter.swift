import Glibc

/// Cuts a stream of bytes into numbered lines.
package struct LineSplitter {
    package struct Line: Equatable {
        /// From 1.
        package var number: Int
        /// Without its line feed; nil when it is over the limit.
        package var bytes: [UInt8]?

        package init(number: Int, bytes: [UInt8]?) {
            self.number = number
            self.bytes = bytes
        }
    }

    /// How long a line may be, in bytes, without its line feed.
    private let limit: Int
    /// What has come of a line that is not yet at its end.
    private var rest: [UInt8] = []
    /// Whether that line is over the limit.
    package private(set) var isOverlong = false
    private var number = 0

    package init(limit: Int) { self.limit = limit }

    /// The lines that these bytes complete.
    package mutating func split(_ bytes: [UInt8]) -> [Line] { bytes.withUnsafeBytes { split($0) } }

    /// See above.
    package mutating func split(_ bytes: UnsafeRawBufferPointer) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while let end = Self.lineFeed(in: bytes, from: start) {
            append(bytes[start..<end])
            lines.append(complete())
            start = end + 1
        }
        append(bytes[start...])
        return lines
    }

    /// The last line, when it does not end with a line feed.
    package mutating func finish() -> Line? {
        rest.isEmpty && !isOverlong ? nil : complete()
    }

    private static func lineFeed(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count,
            let found = memchr(base + start, 0x0A, bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }

    private mutating func append(_ bytes: Slice<UnsafeRawBufferPointer>) {
        guard !isOverlong else { return }
        isOverlong = rest.count + bytes.count > limit
        if isOverlong { rest = [] } else { rest += bytes }
    }

    private mutating func complete() -> Line {
        defer {
            rest = []
            isOverlong = false
        }
        number += 1
        return Line(number: number, bytes: isOverlong ? nil : rest)
    }
}
