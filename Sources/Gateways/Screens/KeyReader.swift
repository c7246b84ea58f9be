import CallControl

/// Reads characters as what a caller with a keypad does. What a terminal sends for its other keys (cursor keys,
/// function keys) is an escape sequence (ECMA-48 5.4), which is no key as a whole, also over several reads.
struct KeyReader {
    private enum EscapeSequence {
        case none
        /// After ESC.
        case begun
        /// After ESC `[`.
        case control
        /// One more byte belongs to it: after ESC `O` (SS3), or ESC `[[`, the Linux console's function keys.
        case last
    }

    private var sequence = EscapeSequence.none

    enum Input: Equatable {
        case key(DTMFKey)
        /// `~`: wait for the next timer.
        case wait
        /// Ctrl-D.
        case hangUp
        case unknown(String)
    }

    /// What the bytes say; white space says nothing.
    mutating func read(_ bytes: [UInt8]) -> [Input] { bytes.compactMap { read($0) } }

    private mutating func read(_ byte: UInt8) -> Input? {
        guard !continuesSequence(byte) else { return nil }
        switch byte {
        case 0x1B:
            sequence = .begun
            return .unknown("an escape sequence")
        case 0x20, 0x09...0x0D: return nil
        case 0x04: return .hangUp
        case UInt8(ascii: "~"): return .wait
        // The bytes that continue a character of UTF-8: its first byte has been reported.
        case 0x80..<0xC0: return nil
        default: break
        }
        if let key = DTMFKey(rawValue: byte) { return .key(key) }
        let isPrintable = byte > 0x20 && byte < 0x7F
        return .unknown(isPrintable ? "'\(Character(Unicode.Scalar(byte)))'" : "a character")
    }
    /// Whether a byte belongs to the escape sequence that is being read. Control characters break it off.
    private mutating func continuesSequence(_ byte: UInt8) -> Bool {
        guard (0x20..<0x7F).contains(byte) else {
            sequence = .none
            return false
        }
        switch (sequence, byte) {
        case (.none, _): return false
        case (.begun, UInt8(ascii: "[")): sequence = .control
        case (.begun, UInt8(ascii: "O")): sequence = .last
        case (.begun, _):
            sequence = .none
            return false
        case (.control, UInt8(ascii: "[")): sequence = .last
        case (.control, 0x40...): sequence = .none
        case (.control, _): break
        case (.last, _): sequence = .none
        }
        return true
    }
}
