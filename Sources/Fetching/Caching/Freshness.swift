import NIOHTTP1

/// How long a response is fresh and how old it is (RFC 9111 4.2), in seconds.
struct Freshness: Hashable {
    /// How long it is fresh after it was made.
    let lifetime: Int
    /// Its age when it came.
    let initialAge: Int
    /// When it came.
    let received: HTTPTime

    /// - Parameters:
    ///   - requested: when it was asked for.
    ///   - received: when it came.
    init(of response: HTTPResponse, requested: HTTPTime, received: HTTPTime) {
        let headers = response.headers
        let date = headers.first(name: "Date").flatMap { HTTPDate.read($0, now: received) } ?? received
        lifetime = Self.lifetime(of: response, date: date, received: received)
        let apparentAge = max(0, received - date)
        let correctedAge = DeltaSeconds.read(headers.first(name: "Age")) + max(0, received - requested)
        initialAge = max(apparentAge, correctedAge)
        self.received = received
    }

    /// Its age at that moment (4.2.3).
    func age(at now: HTTPTime) -> Int { initialAge + max(0, now - received) }

    private static func lifetime(of response: HTTPResponse, date: HTTPTime, received: HTTPTime) -> Int {
        let headers = response.headers
        let control = CacheControl(headers.list("Cache-Control"))
        if let explicit = control.sharedMaxAge ?? control.maxAge { return explicit }
        if let expires = headers.first(name: "Expires") {
            // One that is no date, above all "0", lies in the past (5.3).
            return HTTPDate.read(expires, now: received).map { max(0, $0 - date) } ?? 0
        }
        guard isHeuristicallyCacheable(response.status), let modified = headers.first(name: "Last-Modified"),
            let modified = HTTPDate.read(modified, now: received)
        else { return 0 }
        return min(max(0, date - modified) / 10, longestHeuristicLifetime)
    }

    /// A tenth of the time since the last change (4.2.2), but no more than a day.
    private static let longestHeuristicLifetime = 86_400

    /// Whether a response with that status may be stored without being told how long it is fresh (RFC 9110 15.1).
    static func isHeuristicallyCacheable(_ status: Int) -> Bool {
        [200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501].contains(status)
    }
}
