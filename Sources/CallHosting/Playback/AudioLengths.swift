import CallControl

/// How long sound files play, each looked at once.
struct AudioLengths {
    private var known: [String: CallDuration?] = [:]

    /// The length of the file at that URI; nil when it cannot be had.
    subscript(uri: String) -> CallDuration? {
        mutating get {
            if let length = known[uri] { return length }
            // Flows that make names up must not make the table grow for ever.
            if known.count >= 4096 { known = [:] }
            let length = Self.length(ofFile: uri)
            known[uri] = .some(length)
            return length
        }
    }

    private static func length(ofFile uri: String) -> CallDuration? {
        guard let path = FileURI.path(of: URIReference.split(uri).document), let size = FileStamp(path)?.size,
            let head = FileReader.head(path, count: 4096)
        else { return nil }
        return wavLength(head, fileSize: size) ?? CallDuration(milliseconds: size / 8)
    }

    /// The length that a WAV header tells: bytes of sound by bytes a second; nil for another kind of file.
    static func wavLength(_ head: [UInt8], fileSize: Int) -> CallDuration? {
        guard head.count >= 12, head.starts(with: Array("RIFF".utf8)), Array(head[8..<12]) == Array("WAVE".utf8) else {
            return nil
        }
        var bytesPerSecond = 0
        var position = 12
        while position + 8 <= head.count {
            let size = number(head, at: position + 4)
            switch String(decoding: head[position..<position + 4], as: UTF8.self) {
            case "fmt " where position + 20 <= head.count: bytesPerSecond = number(head, at: position + 16)
            case "data":
                guard bytesPerSecond > 0 else { return nil }
                // A header written before the sound often lacks its size.
                let bytes = min(size, max(0, fileSize - position - 8))
                return CallDuration(milliseconds: bytes * 1000 / bytesPerSecond)
            default: break
            }
            position += 8 + size + size % 2
        }
        return nil
    }

    /// Four bytes, the least significant first.
    private static func number(_ bytes: [UInt8], at position: Int) -> Int {
        bytes[position..<position + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
