import AsyncHTTPClient
import LoopbackServer
import Testing

@testable import Fetching

/// https: only from servers whose certificate is trusted.
@Suite struct TLSTests {
    private func outcome(
        _ server: LoopbackServer, _ path: String = "/", trusting certificates: String?
    ) async throws -> Fetcher.Outcome {
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: AsyncHTTPTransport.configuration(trusting: certificates))
        let fetcher = Fetcher(transport: AsyncHTTPTransport(client: client))
        let outcome = await fetcher.fetch(
            FetchRequest(server.uri(path)), cookies: CookieJar(), within: .seconds(10))
        try await client.shutdown()
        return outcome
    }

    @Test("a trusted server: its document, and a cookie for https alone")
    func trusted() async throws {
        let certificate = try TestCertificate()
        let server = try await LoopbackServer(certificate: certificate) { request in
            request.target == "/"
                ? .response(302, [("Location", "/b"), ("Set-Cookie", "a=1; Secure")], [])
                : .text("cookie \(request.headers["cookie"] ?? "none")")
        }
        #expect(try await outcome(server, trusting: certificate.path).text == "cookie a=1")
        await server.stop()
    }

    @Test("a stranger, and a certificate of another host, are refused in words")
    func refused() async throws {
        let certificate = try TestCertificate()
        let server = try await LoopbackServer(certificate: certificate) { _ in .text("secret") }
        let another = try TestCertificate()
        let stranger = try await outcome(server, trusting: another.path)
        #expect(stranger.message?.contains("not trusted") == true, "\(stranger)")
        let unknown = try await outcome(server, trusting: nil)
        #expect(unknown.message?.contains("not trusted") == true, "\(unknown)")
        await server.stop()

        let nothing = try await outcome(server, trusting: "/nowhere.pem")
        #expect(nothing.message?.contains("in SSL_CERT_FILE cannot be read") == true, "\(nothing)")

        let elsewhere = try TestCertificate(for: "DNS:example.com")
        let other = try await LoopbackServer(certificate: elsewhere) { _ in .text("secret") }
        let misnamed = try await outcome(other, trusting: elsewhere.path)
        #expect(misnamed.message?.contains("another host") == true, "\(misnamed)")
        #expect(other.requests.isEmpty && server.requests.isEmpty)
        await other.stop()
    }

    @Test("a server without TLS at an https URI")
    func withoutTLS() async throws {
        let server = try await LoopbackServer { _ in .text("plain") }
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: AsyncHTTPTransport.configuration())
        let outcome = await Fetcher(transport: AsyncHTTPTransport(client: client)).fetch(
            FetchRequest(server.uri().replacing("http:", with: "https:")), cookies: CookieJar(), within: .seconds(10))
        try await client.shutdown()
        #expect(outcome.message?.contains("speaks no TLS") == true, "\(outcome)")
        await server.stop()
    }
}

extension Fetcher.Outcome {
    /// Why it failed.
    fileprivate var message: String? {
        if case .failure(let failure) = result { failure.message } else { nil }
    }
}
