import NIOHTTP1

/// A response in the cache.
struct StoredResponse: Sendable {
    private(set) var response: HTTPResponse
    private(set) var freshness: Freshness
    private(set) var control: CacheControl
    /// The request's values of the fields that `Vary` names (RFC 9111 4.1).
    private let selecting: [String: String]

    /// nil when it may not be stored (RFC 9111 3), or could not be used again.
    init?(_ response: HTTPResponse, to request: HTTPRequest, requested: HTTPTime, received: HTTPTime) {
        let control = CacheControl(response.headers.list("Cache-Control"))
        guard request.method == .GET, response.status >= 200, ![206, 304].contains(response.status),
            !control.isNoStore, !control.isPrivate
        else { return nil }
        let isExplicit =
            control.isPublic || control.maxAge != nil || control.sharedMaxAge != nil
            || response.headers.contains(name: "Expires")
        guard isExplicit || Freshness.isHeuristicallyCacheable(response.status) else { return nil }
        // A cookie is for one call: what sets one is shared only when the server says so.
        guard control.isPublic || !response.headers.contains(name: "Set-Cookie") else { return nil }
        let names = Self.variedFields(response.headers)
        guard !names.contains("*") else { return nil }
        selecting = Dictionary(names.map { ($0, request.headers.list($0) ?? "") }) { first, _ in first }
        self.control = control
        self.response = response
        self.response.headers.remove(name: "Set-Cookie")
        freshness = Freshness(of: response, requested: requested, received: received)
    }

    /// Whether it answers a request with these fields.
    func matches(_ headers: HTTPHeaders) -> Bool {
        selecting.allSatisfy { name, value in headers.list(name) ?? "" == value }
    }

    /// Whether both answer the same requests, so that the later takes the place of the earlier.
    func replaces(_ other: StoredResponse) -> Bool { selecting == other.selecting }

    func isUsable(at now: HTTPTime, _ limits: ReuseLimits) -> Bool {
        limits.allow(age: freshness.age(at: now), lifetime: freshness.lifetime, control)
    }

    /// What asks the server whether this is still its answer (RFC 9111 4.3.1); empty: nothing can.
    var validators: HTTPHeaders {
        var headers = HTTPHeaders()
        if let tag = response.headers.first(name: "ETag") { headers.add(name: "If-None-Match", value: tag) }
        if let date = response.headers.first(name: "Last-Modified") {
            headers.add(name: "If-Modified-Since", value: date)
        }
        return headers
    }

    /// The server has said 304: its fields take the place of those stored (RFC 9111 4.3.4, 3.2).
    mutating func freshen(by notModified: HTTPResponse, requested: HTTPTime, received: HTTPTime) {
        var names: Set<String> = []
        for (name, value) in notModified.headers where Self.isUpdated(name.lowercased()) {
            if names.insert(name.lowercased()).inserted { response.headers.remove(name: name) }
            response.headers.add(name: name, value: value)
        }
        // The Age that was stored told of the earlier answer.
        if !notModified.headers.contains(name: "Age") { response.headers.remove(name: "Age") }
        control = CacheControl(response.headers.list("Cache-Control"))
        freshness = Freshness(of: response, requested: requested, received: received)
    }

    /// Fields that speak of the message rather than of what it carries stay.
    private static func isUpdated(_ name: String) -> Bool {
        ![
            "content-length", "content-encoding", "content-type", "content-range", "transfer-encoding", "connection",
            "keep-alive", "set-cookie",
        ].contains(name)
    }

    private static func variedFields(_ headers: HTTPHeaders) -> [String] {
        FieldScanner.list(headers.list("Vary") ?? "").map(\.name)
    }

    /// What it takes in memory, about.
    var cost: Int {
        response.headers.reduce(response.body.bytes.count + 1024) { $0 + $1.name.utf8.count + $1.value.utf8.count }
    }
}
