/// How old content may be for whoever asks: VoiceXML's `maxage` and `maxstale` (2.0 6.1.2), which are the request
/// directives `max-age` and `max-stale` of HTTP.
public struct ReuseLimits: Hashable, Sendable {
    /// Seconds; nil: any age while it is fresh.
    public var maxage: Int?
    /// Seconds beyond its freshness; nil: none.
    public var maxstale: Int?

    public init(maxage: Int? = nil, maxstale: Int? = nil) {
        self.maxage = maxage
        self.maxstale = maxstale
    }

    /// Whether a response of that age and lifetime may be used without asking the server (RFC 9111 4.2, 5.2.1).
    func allow(age: Int, lifetime: Int, _ control: CacheControl) -> Bool {
        if control.isNoCache { return false }
        // Ages are whole seconds: who says 0 wants what is there now.
        if let maxage, age > maxage || maxage == 0 { return false }
        if lifetime > age { return true }
        // A shared cache treats s-maxage like proxy-revalidate (5.2.2.10).
        guard !control.mustRevalidate, control.sharedMaxAge == nil, let maxstale else { return false }
        return age - lifetime <= maxstale
    }

    /// As caches between here and the server are told.
    var cacheControl: String? {
        let directives = [maxage.map { "max-age=\($0)" }, maxstale.map { "max-stale=\($0)" }].compactMap(\.self)
        return directives.isEmpty ? nil : directives.joined(separator: ", ")
    }
}
