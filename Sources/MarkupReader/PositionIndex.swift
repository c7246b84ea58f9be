import Diagnostics

/// Turns byte offsets in a UTF-8 text into lines and columns. A column counts Unicode scalars; a line ends with LF,
/// CR LF or CR.
struct PositionIndex {
    private let text: [UInt8]
    /// The position at every multiple of `stride`: a long line costs no more than many short ones.
    private var marks: [SourcePosition] = []
    private static let stride = 128
    /// The last place that was asked for: most are asked for in their order.
    private var last = (offset: 0, position: SourcePosition(line: 1, column: 1))

    init(_ text: [UInt8]) {
        self.text = text
        var position = SourcePosition(line: 1, column: 1)
        for offset in text.indices {
            if offset % Self.stride == 0 { marks.append(position) }
            advance(&position, over: offset)
        }
        if marks.isEmpty || text.count % Self.stride == 0 { marks.append(position) }
    }

    /// The position of the character at an offset; offsets beyond the text give its end.
    mutating func position(at offset: Int) -> SourcePosition {
        let offset = max(0, min(offset, text.count))
        let mark = min(offset / Self.stride, marks.count - 1)
        var (start, position) = (mark * Self.stride, marks[mark])
        if last.offset > start, last.offset <= offset { (start, position) = last }
        for passed in start..<offset { advance(&position, over: passed) }
        last = (offset, position)
        return position
    }

    private func advance(_ position: inout SourcePosition, over offset: Int) {
        let byte = text[offset]
        let isLineEnd =
            byte == UInt8(ascii: "\n")
            || (byte == UInt8(ascii: "\r") && (offset + 1 == text.count || text[offset + 1] != UInt8(ascii: "\n")))
        if isLineEnd {
            position = SourcePosition(line: position.line + 1, column: 1)
        } else if byte & 0xC0 != 0x80 {
            position.column += 1
        }
    }
}
