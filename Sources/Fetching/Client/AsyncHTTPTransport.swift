public import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// Servers reached by async-http-client, with the certificates that the machine trusts, or those of the file that the
/// environment variable `SSL_CERT_FILE` names. The client is made for the first request; all share its connections.
public struct AsyncHTTPTransport: HTTPTransport {
    private let client: @Sendable () -> HTTPClient

    /// More connections to one server at a time are not made: further requests wait for one.
    private static let mostConnections = 256

    /// One for the whole process, which lives as long as it does.
    private static let shared = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: configuration(trusting: getenv("SSL_CERT_FILE").map { String(cString: $0) }))

    /// - Parameter certificates: a PEM file with all that are trusted; nil: those that the machine trusts.
    public static func configuration(trusting certificates: String? = nil) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: .seconds(30)),
            connectionPool: .init(
                idleTimeout: .seconds(60), concurrentHTTP1ConnectionsPerHostSoftLimit: mostConnections),
            decompression: .enabled(limit: .size(Fetcher.bodyLimit)))
        // A server that is not there is said to be so at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        if let certificates, !certificates.isEmpty {
            configuration.tlsConfiguration = .makeClientConfiguration()
            configuration.tlsConfiguration?.trustRoots = .file(certificates)
        }
        return configuration
    }

    public init() { client = { Self.shared } }

    /// With a client of one's own, which is shut down by whoever made it.
    public init(client: HTTPClient) { self.client = { client } }

    public func send(
        _ request: HTTPRequest, bodyLimit: Int, deadline: ContinuousClock.Instant
    ) async throws(FetchFailure) -> HTTPResponse {
        do {
            do {
                return try await exchange(request, bodyLimit, deadline)
            } catch let error as HTTPClientError where error == .remoteConnectionClosed && request.method == .GET {
                // A server may close a connection that rested just when the next request goes out (RFC 9112 9.3.1).
                return try await exchange(request, bodyLimit, deadline)
            }
        } catch {
            throw FetchFailure(error, of: request.uri)
        }
    }

    private func exchange(
        _ request: HTTPRequest, _ bodyLimit: Int, _ deadline: ContinuousClock.Instant
    ) async throws -> HTTPResponse {
        var message = HTTPClientRequest(url: request.uri)
        message.method = request.method
        message.headers = request.headers
        if let body = request.body { message.body = .bytes(body) }
        let left = TimeAmount(ContinuousClock.now.duration(to: deadline))
        let response = try await client().execute(message, deadline: .now() + left)
        var body = try await response.body.collect(upTo: bodyLimit)
        let bytes = body.readBytes(length: body.readableBytes) ?? []
        return HTTPResponse(status: Int(response.status.code), headers: response.headers, body: Content(bytes))
    }
}

extension FetchFailure {
    /// In words for people.
    fileprivate init(_ error: any Error, of uri: String) {
        let cause = (error as? NIOConnectionError)?.cause ?? error
        switch cause {
        case is CancellationError: self = .cancelled(uri)
        case is NIOTooManyBytesError, NIOHTTPDecompression.DecompressionError.limit:
            self.init(.unreachable, uri, "the answer is over \(Fetcher.bodyLimit >> 20) MiB large")
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            self.init(.unreachable, uri, "the answer is not compressed as the server says")
        case let error as IOError:
            self.init(.unreachable, uri, "\(String(cString: strerror(error.errnoCode)))")
        case let error as HTTPClientError: self.init(error, of: uri)
        case HTTPParserError.invalidEOFState:
            self.init(.unreachable, uri, "the server closed the connection in the middle of its answer")
        case is HTTPParserError: self.init(.unreachable, uri, "what the server sent is no HTTP")
        case let error as NIOSSLError: self.init(error, of: uri)
        case is NIOSSLExtraError:
            self.init(.unreachable, uri, "the server's certificate is for another host")
        case is SocketAddressError, is SocketAddressError.UnknownHost:
            self.init(.unreachable, uri, "no such host is known")
        default: self.init(.unreachable, uri, "\(cause)")
        }
    }

    private init(_ error: NIOSSLError, of uri: String) {
        let text = "\(error)"
        if case .noSuchFilesystemObject = error {
            self.init(.unreachable, uri, "the file of certificates in SSL_CERT_FILE cannot be read")
        } else if text.contains("CERTIFICATE_VERIFY_FAILED") {
            self.init(.unreachable, uri, "the server's certificate is not trusted; SSL_CERT_FILE can name what is")
        } else {
            let isPlain = text.contains("WRONG_VERSION_NUMBER")
            self.init(
                .unreachable, uri, "the server speaks no TLS\(isPlain ? "" : " that is understood here: \(error)")")
        }
    }

    private init(_ error: HTTPClientError, of uri: String) {
        switch error {
        case .cancelled, .requestStreamCancelled: self = .cancelled(uri)
        case .deadlineExceeded, .connectTimeout, .getConnectionFromPoolTimeout, .readTimeout, .tlsHandshakeTimeout:
            self = .timeout(uri)
        case .remoteConnectionClosed: self.init(.unreachable, uri, "the server closed the connection")
        default: self.init(.unreachable, uri, "\(error.shortDescription)")
        }
    }
}

extension NIOConnectionError {
    /// Why the first address could not be reached, or why there is none.
    fileprivate var cause: any Error {
        connectionErrors.first?.error ?? dnsAError ?? dnsAAAAError ?? self
    }
}

extension TimeAmount {
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .seconds(min(seconds, 1 << 31)) + .nanoseconds(attoseconds / 1_000_000_000)
    }
}
