extension URIReference {
    /// A URI as logs, events and diagnostics may show it: without its query, in which a `<submit>` sends what callers
    /// have keyed in, its fragment, and the password before its host. What is no URI of a server stays as it is, but for
    /// the query of a `file:` URI.
    public static func readable(_ uri: String) -> String {
        guard let colon = uri.firstIndex(of: ":"), ["http", "https", "file"].contains(uri[..<colon].lowercased()) else {
            return uri
        }
        let end = uri.firstIndex { $0 == "?" || $0 == "#" } ?? uri.endIndex
        let isQuery = end < uri.endIndex && uri[end] == "?"
        return withoutUserinfo(uri[..<end]) + (isQuery ? "?…" : "")
    }

    /// Userinfo is what stands between the slashes and the last `@` of an authority (RFC 3986 3.2.1).
    private static func withoutUserinfo(_ uri: Substring) -> String {
        guard let slashes = uri.firstRange(of: "://") else { return String(uri) }
        let authority = uri[slashes.upperBound...].prefix { $0 != "/" && $0 != "\\" }
        guard let at = authority.lastIndex(of: "@") else { return String(uri) }
        return String(uri[..<slashes.upperBound]) + uri[uri.index(after: at)...]
    }
}
