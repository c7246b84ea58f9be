/// One request to a server and its answer: no redirects, no cookies, no cache.
public protocol HTTPTransport: Sendable {
    /// - Parameters:
    ///   - bodyLimit: bytes; a longer answer is a failure.
    ///   - deadline: when the answer is no longer of use. The task is cancelled then too.
    func send(
        _ request: HTTPRequest, bodyLimit: Int, deadline: ContinuousClock.Instant
    ) async throws(FetchFailure) -> HTTPResponse
}
