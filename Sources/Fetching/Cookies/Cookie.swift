/// A cookie as a call keeps it (RFC 6265 5.3).
public struct Cookie: Hashable, Sendable {
    let name: String
    let value: String
    /// In small letters.
    let domain: String
    /// Whether only that very host gets it.
    let isHostOnly: Bool
    let path: String
    let isSecure: Bool
    /// nil: it lasts as long as the call.
    let expires: HTTPTime?

    /// Longer ones are not kept.
    private static let mostBytes = 4096

    /// Reads a `Set-Cookie` field that came from `origin` (5.2, 5.3); nil: it is to be ignored.
    init?(setCookie text: String, from origin: URIParts, at now: HTTPTime) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.mostBytes, let pair = parts.first, let equals = pair.firstIndex(of: "=") else {
            return nil
        }
        name = String(FieldScanner.trimmed(pair[..<equals]))
        value = String(FieldScanner.trimmed(pair[pair.index(after: equals)...]))
        guard !name.isEmpty else { return nil }
        var attributes = CookieAttributes()
        for part in parts.dropFirst() { attributes.read(part, at: now) }
        expires = attributes.maxAge ?? attributes.expires
        isSecure = attributes.isSecure
        path = attributes.path ?? Self.defaultPath(of: origin.path)
        if let domain = attributes.domain, domain != origin.host {
            // A whole top-level domain is nobody's own (5.3, step 5).
            guard domain.contains("."), Self.host(origin, isWithin: domain) else { return nil }
            self.domain = domain
            isHostOnly = false
        } else {
            domain = origin.host
            isHostOnly = attributes.domain == nil || origin.isAddress
        }
    }

    /// Whether both are the same cookie, with another value.
    func replaces(_ other: Cookie) -> Bool { name == other.name && domain == other.domain && path == other.path }

    func isExpired(at now: HTTPTime) -> Bool { expires.map { $0 <= now } ?? false }

    /// Whether it goes with a request for that (5.4).
    func belongs(to target: URIParts) -> Bool {
        guard isHostOnly ? target.host == domain : Self.host(target, isWithin: domain) else { return false }
        guard !isSecure || target.scheme == "https" else { return false }
        return target.path == path
            || (target.path.hasPrefix(path) && (path.hasSuffix("/") || target.path.dropFirst(path.count).first == "/"))
    }

    /// Domain matching (5.1.3).
    private static func host(_ target: URIParts, isWithin domain: String) -> Bool {
        target.host == domain || (!target.isAddress && target.host.hasSuffix("." + domain))
    }

    /// The folder of a request's path (5.1.4).
    private static func defaultPath(of path: String) -> String {
        guard path.hasPrefix("/"), let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}

/// What follows the name and the value in a `Set-Cookie` (RFC 6265 5.2.1 to 5.2.6). The last of each counts.
private struct CookieAttributes {
    var expires: HTTPTime?
    var maxAge: HTTPTime?
    var domain: String?
    var path: String?
    var isSecure = false

    mutating func read(_ text: Substring, at now: HTTPTime) {
        let equals = text.firstIndex(of: "=")
        let name = FieldScanner.trimmed(text[..<(equals ?? text.endIndex)]).lowercased()
        let value = equals.map { String(FieldScanner.trimmed(text[text.index(after: $0)...])) } ?? ""
        switch name {
        case "expires": expires = CookieDate.read(value) ?? expires
        case "max-age": maxAge = Self.expiry(maxAge: value, at: now) ?? maxAge
        case "domain":
            let domain = value.hasPrefix(".") ? value.dropFirst() : value[...]
            self.domain = domain.isEmpty ? nil : domain.lowercased()
        case "path": path = value.hasPrefix("/") ? value : nil
        case "secure": isSecure = true
        default: break
        }
    }

    private static func expiry(maxAge text: String, at now: HTTPTime) -> HTTPTime? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let seconds = Int(text) ?? (text.hasPrefix("-") ? .min : .max)
        return seconds <= 0 ? HTTPTime(seconds: .min) : now + seconds
    }
}
