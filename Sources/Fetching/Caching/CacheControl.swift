/// The directives of a response's `Cache-Control` (RFC 9111 5.2.2) that mean something to a shared cache. A qualified
/// `no-cache="field"` or `private="field"` counts like the unqualified one, as 5.2.2.4 and 5.2.2.7 allow.
struct CacheControl: Hashable {
    var isNoStore = false
    var isNoCache = false
    var isPrivate = false
    var isPublic = false
    var mustRevalidate = false
    /// Seconds; one that is no number counts as 0 (4.2.1: such a response is stale).
    var maxAge: Int?
    var sharedMaxAge: Int?

    /// - Parameter list: the values of all fields, joined by commas; nil: there is none.
    init(_ list: String?) {
        for directive in FieldScanner.list(list ?? "") {
            switch directive.name {
            case "no-store": isNoStore = true
            case "no-cache": isNoCache = true
            case "private": isPrivate = true
            case "public": isPublic = true
            case "must-revalidate", "proxy-revalidate": mustRevalidate = true
            // Of one that is given twice the first counts (4.2.1).
            case "max-age": maxAge = maxAge ?? DeltaSeconds.read(directive.value)
            case "s-maxage": sharedMaxAge = sharedMaxAge ?? DeltaSeconds.read(directive.value)
            default: break
            }
        }
    }
}

/// Whole seconds in a header field (RFC 9111 1.2.2).
enum DeltaSeconds {
    /// The greatest that must be understood; greater ones count as this.
    private static let greatest = 1 << 31

    /// 0 for what is no number.
    static func read(_ text: String?) -> Int {
        guard let text, !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        return min(Int(text) ?? greatest, greatest)
    }
}
