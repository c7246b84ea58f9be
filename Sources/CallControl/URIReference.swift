private import Foundation

/// Resolving and taking apart URIs (RFC 3986).
public enum URIReference {
    /// Resolves a reference against an absolute base; nil when either is no URI.
    public static func resolve(_ reference: String, against base: String) -> String? {
        if reference.isEmpty { return base }
        guard let baseURL = URL(string: base), let url = URL(string: reference, relativeTo: baseURL) else { return nil }
        return url.absoluteString
    }

    /// The URI without its fragment, and the fragment; nil when there is none.
    public static func split(_ uri: String) -> (document: String, fragment: String?) {
        guard let hash = uri.firstIndex(of: "#") else { return (uri, nil) }
        return (String(uri[..<hash]), String(uri[uri.index(after: hash)...]))
    }
}
