import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A small HTTP/1.1 server on the loopback address for tests, well-behaved or not.
public final class LoopbackServer: Sendable {
    /// A request as it came.
    public struct Request: Sendable {
        public var method: String
        /// With its query.
        public var target: String
        /// By their names in small letters.
        public var headers: [String: String]
        public var body: [UInt8]

        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// What becomes of a request.
    public indirect enum Reply: Sendable {
        case response(Int = 200, [(String, String)] = [], [UInt8])
        /// These bytes, and the end of the connection.
        case raw(String)
        /// Nothing, ever.
        case silence
        /// The connection is reset.
        case reset
        /// A body without end, about a megabyte every ten milliseconds.
        case endless
        case after(Duration, Reply)

        public static func text(_ text: String, status: Int = 200, _ headers: [(String, String)] = []) -> Reply {
            .response(status, headers, Array(text.utf8))
        }

        public static func redirect(to location: String, status: Int = 302) -> Reply {
            .response(status, [("Location", location)], [])
        }
    }

    private let channel: any Channel
    private let log: Log
    private let scheme: String

    /// What the server has been asked for.
    private final class Log: Sendable {
        let requests = Mutex<[Request]>([])
    }

    /// - Parameters:
    ///   - certificate: with it the server speaks TLS.
    ///   - reply: called for each request.
    public init(
        certificate: TestCertificate? = nil, _ reply: @escaping @Sendable (Request) -> Reply
    ) async throws {
        let log = Log()
        self.log = log
        scheme = certificate == nil ? "http" : "https"
        let tls = try certificate.map { try NIOSSLContext(configuration: $0.configuration()) }
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 4096)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler { request in
                            log.requests.withLock { $0.append(request) }
                            return reply(request)
                        })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    /// `http://127.0.0.1:PORT` and then the path; `https` of a server with a certificate.
    public func uri(_ path: String = "/") -> String {
        "\(scheme)://127.0.0.1:\(channel.localAddress?.port ?? 0)\(path)"
    }

    /// All requests so far.
    public var requests: [Request] { log.requests.withLock { $0 } }

    /// Ends it with its connections that are idle.
    public func stop() async { try? await channel.close() }

    /// A port on which nobody listens.
    public static func deadURI() async throws -> String {
        let server = try await LoopbackServer { _ in .silence }
        let uri = server.uri()
        await server.stop()
        return uri
    }
}
