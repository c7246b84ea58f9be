import CallControl

/// Paths of this machine as `file:` URIs (RFC 8089) and back.
enum FileURI {
    /// The path of a `file:` URI without fragment, or the text itself when it has no scheme; nil for other schemes,
    /// other hosts, and what is no text after percent-decoding.
    static func path(of uri: String) -> String? {
        if let path = plainPath(of: uri) { return path }
        guard let scheme = scheme(of: uri) else { return uri.isEmpty ? nil : uri }
        guard scheme == "file" else { return nil }
        var rest = uri.dropFirst("file:".count)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            guard let slash = rest.firstIndex(of: "/") else { return nil }
            guard ["", "localhost"].contains(rest[..<slash].lowercased()) else { return nil }
            rest = rest[slash...]
        }
        guard rest.hasPrefix("/") else { return nil }
        let withoutQuery = rest.prefix { $0 != "?" }
        return decoded(withoutQuery)
    }

    /// What calls ask for nearly always: `file:///` and a path without anything to decode. nil: it is something else.
    private static func plainPath(of uri: String) -> String? {
        guard uri.utf8.starts(with: "file:///".utf8) else { return nil }
        let isPlain = uri.utf8.withContiguousStorageIfAvailable { bytes in
            !bytes.contains { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "?") }
        }
        return isPlain == true ? String(uri.utf8.dropFirst("file://".utf8.count)) : nil
    }

    /// The URI of an absolute path.
    static func uri(ofPath path: String) -> String {
        var text = "file://"
        for byte in path.utf8 {
            if isPlain(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += byte.percentEncoded
            }
        }
        return text
    }

    /// The scheme in small letters, nil when the text begins with none.
    static func scheme(of uri: String) -> String? {
        guard let colon = uri.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = uri[..<colon]
        guard let first = scheme.utf8.first, isLetter(first), scheme.utf8.allSatisfy(isSchemeByte) else { return nil }
        return scheme.lowercased()
    }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst(), let low = rest.popFirst(),
                let code = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16), code != 0
            else { return nil }
            bytes.append(code)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
    }

    /// What may stand in a path as it is (RFC 3986 3.3).
    private static func isPlain(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "-._~/!$&'()*+,;=:@".utf8.contains(byte)
    }
}
