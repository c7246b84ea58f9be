import CallControl

/// `application/x-www-form-urlencoded` (HTML 4.01 17.13.4.1), in UTF-8.
enum URLEncodedForm {
    static let mediaType = "application/x-www-form-urlencoded"

    /// A file has no place here: its name goes in its stead.
    static func encode(_ parts: [FormPart]) -> String {
        parts.map { part in
            switch part.value {
            case .text(let text): escaped(part.name) + "=" + escaped(text)
            case .file(_, let name, _): escaped(part.name) + "=" + escaped(name)
            }
        }
        .joined(separator: "&")
    }

    /// The URI with these values as its query, behind one that is there already.
    static func uri(_ uri: String, with parts: [FormPart]) -> String {
        guard !parts.isEmpty else { return uri }
        let joint = !uri.contains("?") ? "?" : uri.hasSuffix("?") || uri.hasSuffix("&") ? "" : "&"
        return uri + joint + encode(parts)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        var previous: UInt8 = 0
        for byte in text.utf8 {
            defer { previous = byte }
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: " "): escaped += "+"
            // Each end of a line is CR LF.
            case 0x0D: escaped += "%0D%0A"
            case 0x0A: escaped += previous == 0x0D ? "" : "%0D%0A"
            default: escaped += byte.percentEncoded
            }
        }
        return escaped
    }
}
