import Glibc

/// Looks through a document for tags with more attributes than anybody writes, before libxml2 reads it: that compares
/// each attribute with all others of its tag.
enum AttributeScan {
    /// The offset of the `<` of the first such tag.
    static func firstTag(in text: [UInt8], withMoreThan limit: Int) -> Int? {
        // Such a tag is at least that long: ` a=""` for each. In nearly all documents no tag is, and no text.
        guard hasStretch(of: 5 * limit, in: text) else { return nil }
        var offset = 0
        while let start = text[offset...].firstIndex(of: UInt8(ascii: "<")) {
            if let end = skipped(text[start...]) {
                offset = end
            } else {
                let tag = tag(text[(start + 1)...])
                if tag.values > limit { return start }
                offset = tag.end
            }
        }
        return nil
    }

    /// Whether somewhere there are so many bytes after a `<` before the next one, which no value can have in it.
    private static func hasStretch(of length: Int, in text: [UInt8]) -> Bool {
        text.withUnsafeBytes { bytes in
            guard var start = bytes.baseAddress else { return false }
            let end = start + bytes.count
            while let next = memchr(start, Int32(UInt8(ascii: "<")), end - start) {
                if UnsafeRawPointer(next) - start >= length { return true }
                start = UnsafeRawPointer(next) + 1
            }
            return end - start >= length
        }
    }

    private static let marks = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]

    /// Where comments, CDATA sections and processing instructions end; a declaration ends where others may begin.
    private static func skipped(_ text: ArraySlice<UInt8>) -> Int? {
        for (begin, end) in marks where text.starts(with: begin.utf8) {
            return endOf(end, in: text.dropFirst(begin.utf8.count))
        }
        return text.starts(with: "<!".utf8) ? text.startIndex + 2 : nil
    }

    private static func endOf(_ mark: String, in text: ArraySlice<UInt8>) -> Int {
        let mark = Array(mark.utf8)
        var rest = text
        while let start = rest.firstIndex(of: mark[0]) {
            if rest[start...].starts(with: mark) { return start + mark.count }
            rest = rest[(start + 1)...]
        }
        return text.endIndex
    }

    /// How many quoted values a tag has, and where it ends.
    private static func tag(_ text: ArraySlice<UInt8>) -> (values: Int, end: Int) {
        var values = 0
        var quote: UInt8?
        for (offset, byte) in zip(text.indices, text) {
            if quote != nil {
                if byte == quote { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                values += 1
            } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
                return (values, offset)
            }
        }
        return (values, text.endIndex)
    }
}
