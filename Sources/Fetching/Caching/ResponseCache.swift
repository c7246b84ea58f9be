import NIOHTTP1

/// A shared cache of responses (RFC 9111) in bounded memory. It reads no clock and asks no server.
struct ResponseCache: Sendable {
    /// What is to be done for a request.
    enum Answer {
        /// Use this.
        case stored(HTTPResponse)
        /// Ask the server with these fields besides; after a 304, `freshen`.
        case validate(HTTPHeaders)
        /// Ask the server.
        case miss
    }

    /// The variants of what stands at a URI.
    private var responses: RecencyTable<String, [StoredResponse]>
    /// More of one URI are not kept.
    private static let mostVariants = 8

    /// - Parameter limit: bytes.
    init(limit: Int) { responses = RecencyTable(limit: limit) }

    mutating func answer(
        to request: HTTPRequest, at now: HTTPTime, _ limits: ReuseLimits
    ) -> Answer {
        guard let stored = responses[request.uri]?.last(where: { $0.matches(request.headers) }) else { return .miss }
        if stored.isUsable(at: now, limits) { return .stored(stored.response) }
        let validators = stored.validators
        return validators.isEmpty ? .miss : .validate(validators)
    }

    /// Keeps a response if that may be done. One that may not be kept leaves what was there, as does an error of the
    /// server's own.
    mutating func store(_ response: HTTPResponse, to request: HTTPRequest, requested: HTTPTime, received: HTTPTime) {
        guard let stored = StoredResponse(response, to: request, requested: requested, received: received) else {
            return
        }
        var variants = (responses[request.uri] ?? []).filter { !stored.replaces($0) }
        variants.append(stored)
        put(variants.suffix(Self.mostVariants), at: request.uri)
    }

    /// The server has said 304 to a request with validators.
    /// - Returns: the response that it meant; nil when that is gone meanwhile.
    mutating func freshen(
        _ request: HTTPRequest, by notModified: HTTPResponse, requested: HTTPTime, received: HTTPTime
    ) -> HTTPResponse? {
        guard var variants = responses[request.uri],
            let index = variants.lastIndex(where: { $0.matches(request.headers) })
        else { return nil }
        variants[index].freshen(by: notModified, requested: requested, received: received)
        put(variants, at: request.uri)
        return variants[index].response
    }

    /// What stands there may have been changed by a request that is not safe (RFC 9111 4.4).
    mutating func invalidate(_ uri: String) { responses.remove(uri) }

    private mutating func put(_ variants: [StoredResponse], at uri: String) {
        responses.insert(variants, for: uri, cost: variants.reduce(uri.utf8.count) { $0 + $1.cost })
    }

    /// Bytes held, about.
    var cost: Int { responses.cost }
}
