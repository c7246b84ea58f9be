import LoopbackServer
import Testing

@testable import Fetching

/// Real connections on the loopback address, to servers that behave and servers that do not.
@Suite struct AsyncHTTPTransportTests {
    private func outcome(
        isPost: Bool = false, parts: [FormPart] = [], isMultipart: Bool = false, within limit: Duration = .seconds(10),
        _ reply: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
    ) async throws -> (outcome: Fetcher.Outcome, requests: [LoopbackServer.Request]) {
        let server = try await LoopbackServer(reply)
        let request = FetchRequest(server.uri("/x"), isPost: isPost, parts: parts, isMultipart: isMultipart)
        let outcome = await Fetcher().fetch(request, cookies: CookieJar(), within: limit)
        await server.stop()
        return (outcome, server.requests)
    }

    @Test func getsAndPosts() async throws {
        let parts = [FormPart("a", "x y"), FormPart("b", "ü")]
        let get = try await outcome(parts: parts) { .text("\($0.method) \($0.target)") }
        #expect(get.outcome.text == "GET /x?a=x+y&b=%C3%BC")
        let post = try await outcome(isPost: true, parts: parts) { .text("\($0.method) \($0.target) \($0.text)") }
        #expect(post.outcome.text == "POST /x a=x+y&b=%C3%BC")
        #expect(post.requests.first?.headers["content-length"] == "14")
    }

    @Test func recordingsGoWhole() async throws {
        let recording = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        let parts = [FormPart("r", .file(recording, name: "r.wav", type: "audio/x-wav"))]
        let sent = try await outcome(isPost: true, parts: parts, isMultipart: true) { .text("\($0.body.count)") }
        let body = sent.requests.first?.body ?? []
        #expect(body.firstRange(of: recording) != nil)
        #expect(sent.requests.first?.headers["content-type"]?.hasPrefix("multipart/form-data; boundary=") == true)
    }

    @Test("compressed answers are read")
    func compression() async throws {
        // gzip of "hello".
        let bytes: [UInt8] = [
            0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0, 0x86, 0xA6, 0x10, 0x36,
            0x05, 0, 0, 0,
        ]
        let read = try await outcome { _ in .response(200, [("Content-Encoding", "gzip")], bytes) }
        #expect(read.outcome.text == "hello")
        #expect(read.requests.first?.headers["accept-encoding"] == "gzip, deflate")
    }

    @Test(
        "whatever a server does, the fetch ends and says so",
        arguments: [
            (.raw("nonsense\r\n\r\n"), "no HTTP"), (.raw(""), "closed the connection"), (.reset, ""),
            (.raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort"), "in the middle of its answer"),
            (.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\nshort"), "in the middle of its answer"),
            (.endless, "over 16 MiB"),
            (
                .response(200, [("Content-Encoding", "gzip")], Array("no gzip".utf8)),
                "not compressed as the server says"
            ),
            (.raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"), "over 16 MiB"),
        ] as [(LoopbackServer.Reply, String)])
    func misbehaviour(reply: LoopbackServer.Reply, message: String) async throws {
        let outcome = try await outcome { _ in reply }.outcome
        guard case .failure(let failure) = outcome.result else {
            Issue.record("it came: \(outcome.text)")
            return
        }
        #expect(failure.event == "error.badfetch")
        #expect(message.isEmpty || failure.message.contains(message), "\(failure)")
        #expect(!failure.message.isEmpty && !failure.message.contains("HTTPClientError"), "\(failure)")
    }

    @Test(
        "silence, a trickle and a slow server take no longer than fetchtimeout",
        arguments: [
            .silence, .after(.seconds(30), .text("late")),
            .raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"),
        ] as [LoopbackServer.Reply])
    func slowness(reply: LoopbackServer.Reply) async throws {
        let started = ContinuousClock.now
        let outcome = try await outcome(within: .milliseconds(300)) { _ in reply }.outcome
        #expect(outcome.text == "error.badfetch")
        #expect(ContinuousClock.now - started < .seconds(3))
    }

    @Test("a host that cannot be is none that is known")
    func unknownHost() async {
        // A label has 63 characters at most: nobody is asked for this one.
        let uri = "http://\(String(repeating: "x", count: 70)).example/"
        let outcome = await Fetcher().fetch(FetchRequest(uri), cookies: CookieJar(), within: .seconds(20))
        guard case .failure(let failure) = outcome.result else {
            Issue.record("it came")
            return
        }
        #expect(failure.message == "no such host is known", "\(failure)")
    }

    @Test func aServerThatIsNotThereIsSaidToBeSoAtOnce() async throws {
        let started = ContinuousClock.now
        let outcome = await Fetcher().fetch(
            FetchRequest(try await LoopbackServer.deadURI()), cookies: CookieJar(), within: .seconds(20))
        guard case .failure(let failure) = outcome.result else {
            Issue.record("it came")
            return
        }
        #expect(failure.message == "Connection refused", "\(failure)")
        #expect(ContinuousClock.now - started < .seconds(3))
    }
}
