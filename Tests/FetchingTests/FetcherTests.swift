import NIOHTTP1
import Synchronization
import Testing

@testable import Fetching

/// The way of a request: redirects, cookies, the cache, and several calls that want the same.
@Suite struct FetcherTests {
    private static let uri = "http://example.com/a"

    @Test("redirects are followed; the last URI is the base", arguments: [301, 302, 303, 307, 308])
    func redirects(status: Int) async throws {
        let transport = FakeTransport { request in
            request.uri.hasSuffix("/a") ? .text("", ["Location": "/d/b#x"], status: status) : .text("there")
        }
        let outcome = await Fetcher(transport: transport).fetch(
            FetchRequest(Self.uri), cookies: CookieJar(), within: .seconds(5))
        #expect(try outcome.result.get().uri == "http://example.com/d/b")
        #expect(outcome.text == "there")
    }

    @Test(
        "a post is sent again only by 307 and 308 (RFC 9110 15.4)",
        arguments: [
            (301, HTTPMethod.GET), (302, .GET), (303, .GET), (307, .POST), (308, .POST),
        ])
    func redirectedPost(status: Int, method: HTTPMethod) async {
        let transport = FakeTransport { request in
            request.uri.hasSuffix("/a") ? .text("", ["Location": "/b"], status: status) : .text("there")
        }
        let request = FetchRequest(Self.uri, isPost: true, parts: [FormPart("a", "1")])
        #expect(await Fetcher(transport: transport).text(of: request) == "there")
        let last = transport.requests.last
        #expect(last?.method == method)
        #expect(last?.body == (method == .POST ? Array("a=1".utf8) : nil))
        #expect(last?.headers["Content-Type"].isEmpty == (method == .GET))
    }

    @Test func aLoopOfRedirectsEnds() async {
        let transport = FakeTransport { _ in .text("", ["Location": "/a"], status: 302) }
        let text = await Fetcher(transport: transport).text(of: FetchRequest(Self.uri))
        #expect(text == "error.badfetch")
        #expect(transport.requests.count == 11)
    }

    @Test(arguments: [
        (404, "error.badfetch.http.404"), (500, "error.badfetch.http.500"), (304, "error.badfetch.http.304"),
        (204, ""), (300, "error.badfetch.http.300"),
    ])
    func statuses(status: Int, text: String) async {
        let transport = FakeTransport { _ in .text("", status: status) }
        #expect(await Fetcher(transport: transport).text(of: FetchRequest(Self.uri)) == text)
    }

    @Test(
        "nothing but http and https is reached, neither at first nor by a redirect",
        arguments: [
            "file:///etc/passwd", "ftp://example.com/", "http://", "mailto:x",
        ])
    func otherSchemes(uri: String) async {
        let transport = FakeTransport { _ in .text("", ["Location": uri], status: 302) }
        let fetcher = Fetcher(transport: transport)
        #expect(await fetcher.text(of: FetchRequest(uri)) == "error.badfetch")
        #expect(transport.requests.isEmpty)
        #expect(await fetcher.text(of: FetchRequest(Self.uri)) == "error.badfetch")
        #expect(transport.requests.count == 1)
    }

    @Test func whatIsNotAllowedIsNotReachedByARedirectEither() async {
        let transport = FakeTransport { _ in .text("", ["Location": "http://other.com/"], status: 302) }
        let text = await Fetcher(transport: transport).text(of: FetchRequest(Self.uri)) { uri in
            uri.contains("other") ? FetchFailure(.denied, uri, "no") : nil
        }
        #expect(text == "error.noauthorization")
        #expect(transport.requests.count == 1)
    }

    @Test("each call has its own cookies, also those that a redirect or an error sets")
    func cookies() async {
        let transport = FakeTransport { request in
            switch request.uri {
            case Self.uri: .text("", ["Location": "/b", "Set-Cookie": "id=7"], status: 302)
            case "http://example.com/b": .text("", ["Set-Cookie": "seen=yes"], status: 404)
            default: .text(request.headers.first(name: "Cookie") ?? "none")
            }
        }
        let fetcher = Fetcher(transport: transport)
        let first = await fetcher.fetch(FetchRequest(Self.uri), cookies: CookieJar(), within: .seconds(5))
        #expect(transport.requests.last?.headers["Cookie"] == ["id=7"])
        #expect(
            await fetcher.text(of: FetchRequest("http://example.com/c"), cookies: first.cookies) == "id=7; seen=yes")
        #expect(await fetcher.text(of: FetchRequest("http://example.com/c")) == "none")
    }

    @Test("what is fresh is not asked for again; what is stale is asked for with its validator")
    func caching() async {
        let now = Mutex(HTTPTime(seconds: 1000))
        let transport = FakeTransport { request in
            request.headers.contains(name: "If-None-Match")
                ? .text("", ["Cache-Control": "max-age=60"], status: 304)
                : .text("one", ["Cache-Control": "max-age=60", "ETag": "\"1\""])
        }
        let fetcher = Fetcher(transport: transport) { now.withLock { $0 } }
        let request = FetchRequest(Self.uri)
        #expect(fetcher.cached(request, cookies: CookieJar()) == nil)
        for seconds in [0, 59, 60, 119, 120] {
            now.withLock { $0 = HTTPTime(seconds: 1000 + seconds) }
            #expect(await fetcher.text(of: request) == "one")
            #expect(fetcher.cached(request, cookies: CookieJar()) != nil)
        }
        #expect(transport.requests.map { $0.headers.contains(name: "If-None-Match") } == [false, true, true])
        #expect(await fetcher.text(of: FetchRequest(Self.uri, limits: ReuseLimits(maxage: 0))) == "one")
        #expect(transport.requests.count == 4)
        #expect(await fetcher.text(of: FetchRequest(Self.uri, isPost: true)) == "one")
        #expect(fetcher.cached(request, cookies: CookieJar()) == nil)
    }

    /// A server that answers when it is told to.
    private func heldTransport(_ response: HTTPResponse) -> (FakeTransport, release: @Sendable () -> Void) {
        let gate = Gate()
        return (
            FakeTransport { _ in
                await gate.wait()
                return response
            }, { gate.open() }
        )
    }

    @Test(
        "of many calls that want the same, one asks",
        arguments: [
            (HTTPResponse.text("one", ["Cache-Control": "max-age=60"]), "one", 1),
            (.text("", status: 404), "error.badfetch.http.404", 1),
            // What is for one call only is asked for by each.
            (.text("one", ["Cache-Control": "no-store"]), "one", 20),
            (.text("one", ["Cache-Control": "max-age=60", "Set-Cookie": "a=b"]), "one", 20),
        ])
    func oneFlight(response: HTTPResponse, text: String, requests: Int) async {
        let (transport, release) = heldTransport(response)
        let fetcher = Fetcher(transport: transport)
        let texts = await withTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { await fetcher.text(of: FetchRequest(Self.uri)) } }
            while transport.requests.isEmpty { await Task.yield() }
            try? await Task.sleep(for: .milliseconds(50))
            #expect(transport.requests.count == 1)
            release()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(texts == Array(repeating: text, count: 20))
        #expect(transport.requests.count == requests)
    }

    @Test("whoever asks may go away; the next asks then")
    func abandonedFlight() async {
        let gate = Gate()
        let transport = FakeTransport { _ throws(FetchFailure) in
            await gate.wait()
            if Task.isCancelled { throw FetchFailure(.cancelled, "x", "gone") }
            return .text("one", ["Cache-Control": "max-age=60"])
        }
        let fetcher = Fetcher(transport: transport)
        let first = Task { await fetcher.text(of: FetchRequest(Self.uri)) }
        while transport.requests.isEmpty { await Task.yield() }
        let second = Task { await fetcher.text(of: FetchRequest(Self.uri)) }
        try? await Task.sleep(for: .milliseconds(20))
        first.cancel()
        gate.open()
        #expect(await first.value == "error.badfetch")
        #expect(await second.value == "one")
        #expect(transport.requests.count == 2)
    }

    @Test("a fetch takes no longer than it may, and its caller may go away at any time")
    func limits() async {
        let transport = FakeTransport { _ throws(FetchFailure) in
            try? await Task.sleep(for: .seconds(60))
            throw FetchFailure(.cancelled, "x", "gone")
        }
        let fetcher = Fetcher(transport: transport)
        let started = ContinuousClock.now
        let timed = await fetcher.fetch(FetchRequest(Self.uri), cookies: CookieJar(), within: .milliseconds(50))
        guard case .failure(let failure) = timed.result else {
            Issue.record("it came")
            return
        }
        #expect(failure.reason == .timeout)
        let task = Task { await fetcher.text(of: FetchRequest(Self.uri), within: .seconds(60)) }
        let waiting = Task { await fetcher.text(of: FetchRequest(Self.uri), within: .seconds(60)) }
        try? await Task.sleep(for: .milliseconds(20))
        waiting.cancel()
        #expect(await waiting.value == "error.badfetch")
        task.cancel()
        #expect(await task.value == "error.badfetch")
        #expect(ContinuousClock.now - started < .seconds(5))
    }
}

/// Lets nobody through until it is opened.
private final class Gate: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
