import Glibc

/// Finds a text's encoding (XML 1.0, appendix F; RFC 7303 3.2) and turns it into UTF-8, so that every later offset means
/// the same bytes.
public enum TextDecoding {
    /// The text has an encoding that is not known, or is not in the one that it should be in.
    public struct Failure: Error {
        public var message: String
    }

    /// The document in UTF-8 without a byte order mark. What has no other encoding is given back as it is: whether it
    /// is UTF-8 the parser finds out.
    /// - Parameter charset: the encoding as it is known from outside: only a byte order mark counts more.
    public static func utf8(from bytes: [UInt8], charset: String? = nil) -> Result<[UInt8], Failure> {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .success(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFE, 0xFF]) { return convert(bytes.dropFirst(2), from: "UTF-16BE") }
        if bytes.starts(with: [0xFF, 0xFE]) { return convert(bytes.dropFirst(2), from: "UTF-16LE") }
        if let charset { return utf8(from: bytes, in: charset) }
        if bytes.starts(with: [0x00, 0x3C, 0x00, 0x3F]) { return convert(bytes[...], from: "UTF-16BE") }
        if bytes.starts(with: [0x3C, 0x00, 0x3F, 0x00]) { return convert(bytes[...], from: "UTF-16LE") }
        guard let name = declaredEncoding(bytes) else { return .success(bytes) }
        switch name.uppercased() {
        case "UTF-8", "UTF8", "US-ASCII", "ASCII": return .success(bytes)
        case let wide where wide.hasPrefix("UTF-16") || wide.hasPrefix("UTF-32") || wide.hasPrefix("ISO-10646-UCS"):
            return .failure(Failure(message: "The document says it is \(name), but its bytes are not"))
        default: return convert(bytes[...], from: name)
        }
    }

    private static func utf8(from bytes: [UInt8], in charset: String) -> Result<[UInt8], Failure> {
        switch charset.uppercased() {
        case "UTF-8", "UTF8", "US-ASCII", "ASCII": .success(bytes)
        // Without a byte order mark the big end comes first (RFC 2781 4.3).
        case "UTF-16": convert(bytes[...], from: "UTF-16BE")
        default: convert(bytes[...], from: charset)
        }
    }

    /// The name in `<?xml … encoding="NAME"?>`.
    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
        let head = String(decoding: bytes.prefix(256), as: UTF8.self)
        guard let match = head.firstMatch(of: #/^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._\-]*)["']/#)
        else { return nil }
        return String(match.1)
    }

    private static func convert(_ bytes: ArraySlice<UInt8>, from encoding: String) -> Result<[UInt8], Failure> {
        guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
            return .failure(Failure(message: "The encoding \(encoding) is not known"))
        }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var text: [UInt8] = []
        var chunk = [CChar](repeating: 0, count: 64 << 10)
        let failed = input.withUnsafeMutableBufferPointer { input in
            var source = input.baseAddress
            var left = input.count
            repeat {
                let (status, reason, count) = chunk.withUnsafeMutableBufferPointer { chunk in
                    var target = chunk.baseAddress
                    var room = chunk.count
                    let status = iconv(converter, &source, &left, &target, &room)
                    return (status, errno, chunk.count - room)
                }
                text += chunk[..<count].lazy.map { UInt8(bitPattern: $0) }
                if status == -1 && reason != E2BIG { return true }
            } while left > 0
            return false
        }
        return failed
            ? .failure(Failure(message: "The document has bytes that are not \(encoding)")) : .success(text)
    }
}
