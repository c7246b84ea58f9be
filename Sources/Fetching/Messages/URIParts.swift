private import Foundation

/// An absolute `http:` or `https:` URI, taken apart (RFC 3986).
public struct URIParts: Hashable, Sendable {
    /// In small letters.
    public let scheme: String
    /// In small letters, without the brackets of an IPv6 address.
    public let host: String
    /// nil: the scheme's own.
    public let port: Int?
    /// Percent-encoded; at least `/`.
    public let path: String

    /// nil when it is no `http:` or `https:` URI with a host.
    public init?(_ uri: String) {
        // Most are files.
        guard uri.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "h") else { return nil }
        guard let parts = URLComponents(string: uri), let scheme = parts.scheme?.lowercased(),
            scheme == "http" || scheme == "https", let host = parts.host, !host.isEmpty
        else { return nil }
        self.scheme = scheme
        self.host = host.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        port = parts.port
        path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    }

    /// Whether the host is an address rather than a name.
    var isAddress: Bool { host.contains(":") || host.allSatisfy { $0.isNumber || $0 == "." } }

    /// Whether both are one server's.
    func hasOrigin(of other: URIParts) -> Bool {
        scheme == other.scheme && host == other.host && effectivePort == other.effectivePort
    }

    /// As written, or the scheme's own.
    public var effectivePort: Int { port ?? (scheme == "https" ? 443 : 80) }
}
