import Diagnostics
import Glibc

/// Turns byte offsets in a UTF-8 text into lines and columns. A column counts Unicode scalars; a line ends with LF,
/// CR LF or CR.
struct PositionIndex {
    private let text: [UInt8]
    /// Whether CR is anywhere: nearly no text has it, and lines end with LF only.
    private let hasCR: Bool
    /// The position at every multiple of `stride`, as far as something was asked for that lies before the last place: so a
    /// long line costs no more than many short ones.
    private var marks = [SourcePosition(line: 1, column: 1)]
    private static let stride = 128
    /// The last place that was asked for: most are asked for in their order.
    private var last = (offset: 0, position: SourcePosition(line: 1, column: 1))

    init(_ text: [UInt8]) {
        self.text = text
        hasCR = text.withUnsafeBytes { bytes in bytes.baseAddress.flatMap { memchr($0, 0x0D, bytes.count) } != nil }
    }

    /// The position of the character at an offset; offsets beyond the text give its end.
    mutating func position(at offset: Int) -> SourcePosition {
        let offset = max(0, min(offset, text.count))
        let (start, position) = last.offset <= offset ? last : mark(before: offset)
        last = (offset, advanced(position, over: start..<offset))
        return last.position
    }

    private mutating func mark(before offset: Int) -> (offset: Int, position: SourcePosition) {
        let number = offset / Self.stride
        while marks.count <= number {
            let start = (marks.count - 1) * Self.stride
            marks.append(advanced(marks[marks.count - 1], over: start..<(start + Self.stride)))
        }
        return (number * Self.stride, marks[number])
    }

    /// The position behind a stretch of the text that begins at another position.
    private func advanced(_ position: SourcePosition, over stretch: Range<Int>) -> SourcePosition {
        text.withUnsafeBufferPointer { text in
            if !hasCR { return Self.advanced(position, over: UnsafeBufferPointer(rebasing: text[stretch])) }
            var (line, column) = (position.line, position.column)
            for offset in stretch {
                let byte = text[offset]
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !Self.isFollowedByLF(offset, in: text) {
                    (line, column) = (line + 1, 1)
                } else if byte & 0xC0 != 0x80 {
                    column += 1
                }
            }
            return SourcePosition(line: line, column: column)
        }
    }

    /// The same where lines end with LF: loops without branches, of which the compiler makes vectors.
    private static func advanced(_ position: SourcePosition, over bytes: UnsafeBufferPointer<UInt8>) -> SourcePosition {
        func scalars(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
            UnsafeBufferPointer(rebasing: bytes).reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) }
        }
        guard let lineEnd = bytes.lastIndex(of: 0x0A) else {
            return SourcePosition(line: position.line, column: position.column + scalars(bytes[...]))
        }
        let lines = bytes.reduce(0) { $0 &+ ($1 == 0x0A ? 1 : 0) }
        return SourcePosition(line: position.line + lines, column: 1 + scalars(bytes[(lineEnd + 1)...]))
    }

    private static func isFollowedByLF(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        offset + 1 < text.count && text[offset + 1] == UInt8(ascii: "\n")
    }
}
