import CallControl
import NIOHTTP1

/// A request on its way through redirects (RFC 9110 15.4): a value that says what to ask for next.
struct Journey {
    /// What is asked for now, without cookies and validators.
    private(set) var request: HTTPRequest
    /// The fragment of the last redirect that had one.
    private var fragment: String?
    private var redirects = 0
    private let admits: @Sendable (String) -> FetchFailure?

    private static let mostRedirects = 10

    /// - Parameter admits: why a URI may not be fetched; nil: it may.
    init(_ request: HTTPRequest, admits: @escaping @Sendable (String) -> FetchFailure?) throws(FetchFailure) {
        self.request = request
        self.admits = admits
        try admit()
    }

    /// What the answer comes to; nil: `request` is to be asked for next.
    mutating func take(_ response: HTTPResponse) throws(FetchFailure) -> FetchedContent? {
        switch response.status {
        case 200..<300: return FetchedContent(response, from: request.uri, fragment: fragment)
        case 301, 302, 303, 307, 308:
            guard let location = response.headers.first(name: "Location"),
                let target = URIReference.resolve(location, against: request.uri)
            else { throw Self.refused(response, request.uri) }
            let (document, fragment) = URIReference.split(target)
            self.fragment = fragment ?? self.fragment
            try follow(to: document, response.status)
            return nil
        default: throw Self.refused(response, request.uri)
        }
    }

    private mutating func follow(to target: String, _ status: Int) throws(FetchFailure) {
        redirects += 1
        guard redirects <= Self.mostRedirects else {
            throw FetchFailure(.unreachable, request.uri, "redirected more than \(Self.mostRedirects) times")
        }
        request.uri = target
        if status != 307, status != 308, request.method != .GET {
            request.method = .GET
            request.body = nil
            request.headers.remove(name: "Content-Type")
        }
        try admit()
    }

    private func admit() throws(FetchFailure) {
        guard URIParts(request.uri) != nil else {
            throw FetchFailure(.unreachable, request.uri, "it is no http or https URI")
        }
        if let refusal = admits(request.uri) { throw refusal }
    }

    private static func refused(_ response: HTTPResponse, _ uri: String) -> FetchFailure {
        let phrase = HTTPResponseStatus(statusCode: response.status).reasonPhrase
        let text = phrase.isEmpty ? "\(response.status)" : "\(response.status) \(phrase)"
        return FetchFailure(.status(response.status), uri, "the server answered \(text)")
    }
}
