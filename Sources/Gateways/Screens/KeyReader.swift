import CallControl

/// Reads characters as what a caller with a keypad does.
struct KeyReader {
    enum Input: Equatable {
        case key(DTMFKey)
        /// `~`: wait for the next timer.
        case wait
        /// Ctrl-D.
        case hangUp
        case unknown(String)
    }

    /// What the bytes say; white space says nothing.
    func read(_ bytes: [UInt8]) -> [Input] { bytes.compactMap(read) }

    private func read(_ byte: UInt8) -> Input? {
        switch byte {
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
}
