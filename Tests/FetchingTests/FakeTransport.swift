import NIOHTTP1
import Synchronization

@testable import Fetching

/// Answers requests without a network, and remembers them.
final class FakeTransport: HTTPTransport {
    private let seen = Mutex<[HTTPRequest]>([])
    private let reply: @Sendable (HTTPRequest) async throws(FetchFailure) -> HTTPResponse

    init(_ reply: @escaping @Sendable (HTTPRequest) async throws(FetchFailure) -> HTTPResponse) { self.reply = reply }

    var requests: [HTTPRequest] { seen.withLock { $0 } }

    func send(
        _ request: HTTPRequest, bodyLimit: Int, deadline: ContinuousClock.Instant
    ) async throws(FetchFailure) -> HTTPResponse {
        seen.withLock { $0.append(request) }
        return try await reply(request)
    }
}

extension HTTPResponse {
    static func text(_ text: String, _ headers: HTTPHeaders = [:], status: Int = 200) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: Content(Array(text.utf8)))
    }
}

extension Fetcher {
    /// Fetches and says what came: the text, or the event.
    func text(
        of request: FetchRequest, cookies: CookieJar = CookieJar(), within limit: Duration = .seconds(10),
        admits: @escaping Admission = { _ in nil }
    ) async -> String {
        await fetch(request, cookies: cookies, within: limit, admits: admits).text
    }
}

extension Fetcher.Outcome {
    var text: String {
        switch result {
        case .success(let content): String(decoding: content.content.bytes, as: UTF8.self)
        case .failure(let failure): failure.event
        }
    }
}
