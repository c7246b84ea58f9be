/// The cookies of one call (RFC 6265): a call is to its servers what a browser's session is.
public struct CookieJar: Hashable, Sendable {
    /// In the order of their making.
    private var cookies: [Cookie] = []

    /// More are not kept: the oldest go.
    private static let mostCookies = 300
    private static let mostOfOneDomain = 50

    public init() {}

    public var isEmpty: Bool { cookies.isEmpty }

    /// Takes in the `Set-Cookie` fields of a response (5.3).
    mutating func store(_ fields: [String], from origin: URIParts, at now: HTTPTime) {
        for field in fields {
            guard let cookie = Cookie(setCookie: field, from: origin, at: now) else { continue }
            store(cookie)
        }
        cookies.removeAll { $0.isExpired(at: now) }
    }

    private mutating func store(_ cookie: Cookie) {
        // One that is replaced keeps its place (5.3, step 11).
        if let index = cookies.firstIndex(where: cookie.replaces) {
            cookies[index] = cookie
            return
        }
        cookies.append(cookie)
        if cookies.count(where: { $0.domain == cookie.domain }) > Self.mostOfOneDomain,
            let oldest = cookies.firstIndex(where: { $0.domain == cookie.domain })
        {
            cookies.remove(at: oldest)
        }
        if cookies.count > Self.mostCookies { cookies.removeFirst() }
    }

    /// The `Cookie` field of a request (5.4): longer paths first, of equal ones the earlier; nil without any.
    func header(for target: URIParts, at now: HTTPTime) -> String? {
        let sent = cookies.enumerated()
            .filter { $0.element.belongs(to: target) && !$0.element.isExpired(at: now) }
            .sorted { ($1.element.path.utf8.count, $0.offset) < ($0.element.path.utf8.count, $1.offset) }
        guard !sent.isEmpty else { return nil }
        return sent.map { "\($0.element.name)=\($0.element.value)" }.joined(separator: "; ")
    }
}
