private import Foundation

/// Resolving and taking apart URIs (RFC 3986).
public enum URIReference {
    /// Resolves a reference against an absolute base; nil when either is no URI.
    public static func resolve(_ reference: String, against base: String) -> String? {
        if reference.isEmpty { return base }
        if let neighbor = neighbor(reference, of: base) { return neighbor }
        guard let baseURL = URL(string: base), let url = URL(string: reference, relativeTo: baseURL) else { return nil }
        return url.absoluteString
    }

    /// The URI without its fragment, and the fragment; nil when there is none.
    public static func split(_ uri: String) -> (document: String, fragment: String?) {
        guard let hash = uri.withBytes({ $0.firstIndex(of: UInt8(ascii: "#")) }) else { return (uri, nil) }
        let index = uri.utf8.index(uri.startIndex, offsetBy: hash)
        return (String(uri[..<index]), String(uri[uri.utf8.index(after: index)...]))
    }

    /// What flows refer to nearly always: a file beside the base or below it, in plain letters. nil: it is something else.
    private static func neighbor(_ reference: String, of base: String) -> String? {
        guard base.hasPrefix("file:///"), reference.withBytes(isPlainPath), let slash = base.withBytes(plainFolderEnd)
        else { return nil }
        return String(base[...base.utf8.index(base.startIndex, offsetBy: slash)]) + reference
    }

    /// Whether it is made of names in plain letters, with nothing before them that has a meaning.
    private static func isPlainPath(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isAtStartOfName = true
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                isAtStartOfName = false
            case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "#"):
                // Dots in front have a meaning, and so has a slash.
                if isAtStartOfName { return false }
                isAtStartOfName = byte != UInt8(ascii: ".")
            default: return false
            }
        }
        return true
    }

    /// The last slash of a URI; nil where something in it has a meaning: names that begin with a dot, a query, a fragment.
    private static func plainFolderEnd(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var slash: Int?
        for (offset, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "/"): slash = offset
            case UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            case UInt8(ascii: "."): if let slash, slash == offset - 1 { return nil }
            default: break
            }
        }
        return slash
    }
}
