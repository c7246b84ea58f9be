import NIOHTTP1
import Testing

@testable import Fetching

/// What is stored, used, asked for again and dropped (RFC 9111 3, 4).
@Suite struct ResponseCacheTests {
    private static let uri = "http://example.com/a.vxml"
    private let start = HTTPTime(seconds: 1_000_000)

    private func response(_ headers: HTTPHeaders, _ text: String = "one", status: Int = 200) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: Content(Array(text.utf8)))
    }

    private func cache(
        holding response: HTTPResponse, to request: HTTPRequest = HTTPRequest(uri: uri)
    ) -> ResponseCache {
        var cache = ResponseCache(limit: 1 << 20)
        cache.store(response, to: request, requested: start, received: start)
        return cache
    }

    /// `used`, the validators that are sent, or `miss`.
    private func answer(
        _ cache: inout ResponseCache, _ request: HTTPRequest = HTTPRequest(uri: uri), after seconds: Int = 0,
        _ limits: ReuseLimits = ReuseLimits()
    ) -> String {
        switch cache.answer(to: request, at: start + seconds, limits) {
        case .stored(let response): "used \(String(decoding: response.body.bytes, as: UTF8.self))"
        case .validate(let headers): headers.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
        case .miss: "miss"
        }
    }

    @Test(
        arguments: [
            (["Cache-Control": "max-age=60"], 200, "used one"),
            (["Cache-Control": "no-store, max-age=60"], 200, "miss"),
            (["Cache-Control": "private, max-age=60"], 200, "miss"),
            (["Cache-Control": "private=\"x\", max-age=60"], 200, "miss"),
            (["Cache-Control": "no-cache", "ETag": "\"v1\""], 200, "If-None-Match: \"v1\""),
            (["Cache-Control": "max-age=60", "Vary": "*"], 200, "miss"), ([:], 200, "miss"),
            (["Last-Modified": "Thu, 01 Jan 1970 00:00:00 GMT"], 200, "used one"),
            (["Cache-Control": "max-age=60"], 302, "used one"), ([:], 302, "miss"),
            (["Cache-Control": "max-age=60"], 206, "miss"), (["Cache-Control": "max-age=60"], 404, "used one"),
            (["Cache-Control": "max-age=60", "Set-Cookie": "a=b"], 200, "miss"),
            (["Cache-Control": "public, max-age=60", "Set-Cookie": "a=b"], 200, "used one"),
            (
                ["Cache-Control": "max-age=0", "ETag": "W/\"v1\"", "Last-Modified": "x"], 200,
                "If-None-Match: W/\"v1\", If-Modified-Since: x"
            ),
        ] as [(HTTPHeaders, Int, String)])
    func whatIsStored(headers: HTTPHeaders, status: Int, expected: String) {
        var cache = cache(holding: response(headers, status: status))
        #expect(answer(&cache) == expected)
    }

    @Test func aPostIsNotStored() {
        var cache = cache(
            holding: response(["Cache-Control": "max-age=60"]), to: HTTPRequest(method: .POST, uri: Self.uri))
        #expect(answer(&cache) == "miss")
    }

    @Test func aSharedResponseSetsNobodysCookie() {
        var cache = cache(holding: response(["Cache-Control": "public, max-age=60", "Set-Cookie": "a=b"]))
        guard case .stored(let stored) = cache.answer(to: HTTPRequest(uri: Self.uri), at: start, ReuseLimits()) else {
            Issue.record("not stored")
            return
        }
        #expect(stored.headers["Set-Cookie"].isEmpty)
    }

    @Test func itAges() {
        var cache = cache(holding: response(["Cache-Control": "max-age=60", "ETag": "\"v1\""]))
        #expect(answer(&cache, after: 59) == "used one")
        #expect(answer(&cache, after: 60) == "If-None-Match: \"v1\"")
        #expect(answer(&cache, after: 69, ReuseLimits(maxstale: 10)) == "used one")
        #expect(answer(&cache, after: 20, ReuseLimits(maxage: 10)) == "If-None-Match: \"v1\"")
    }

    @Test("Vary: each answer is for requests like its own (4.1)")
    func vary() {
        let german = HTTPRequest(uri: Self.uri, headers: ["Cookie": "lang=de"])
        let english = HTTPRequest(uri: Self.uri, headers: ["Cookie": "lang=en"])
        let headers: HTTPHeaders = ["Cache-Control": "max-age=60", "Vary": "cookie"]
        var cache = cache(holding: response(headers, "deutsch"), to: german)
        cache.store(response(headers, "english"), to: english, requested: start, received: start)
        #expect(answer(&cache, german) == "used deutsch")
        #expect(answer(&cache, english) == "used english")
        #expect(answer(&cache) == "miss")
    }

    @Test("after a 304 the answer is fresh again, by the fields of the 304 (4.3.4)")
    func revalidation() {
        let request = HTTPRequest(uri: Self.uri)
        var cache = cache(holding: response(["Cache-Control": "max-age=60", "ETag": "\"v1\"", "Age": "50"]))
        let later = start + 100
        let kept = cache.freshen(
            request, by: HTTPResponse(status: 304, headers: ["Cache-Control": "max-age=10", "Content-Type": "x/y"]),
            requested: later, received: later)
        #expect(kept?.body.bytes == Array("one".utf8))
        #expect(kept?.headers["Content-Type"] == [])
        #expect(answer(&cache, after: 109) == "used one")
        #expect(answer(&cache, after: 110) == "If-None-Match: \"v1\"")
    }

    @Test func whatWasChangedIsAskedForAgain() {
        var cache = cache(holding: response(["Cache-Control": "max-age=60"]))
        cache.invalidate(Self.uri)
        #expect(answer(&cache) == "miss")
    }

    @Test("memory is bounded, and what was used last stays")
    func bounds() {
        var cache = ResponseCache(limit: 100_000)
        let text = String(repeating: "x", count: 9_000)
        for number in 0..<50 {
            let request = HTTPRequest(uri: "http://example.com/\(number)")
            cache.store(
                response(["Cache-Control": "max-age=60"], text), to: request, requested: start, received: start)
            #expect(answer(&cache, HTTPRequest(uri: "http://example.com/0")) != "miss")
            #expect(cache.cost <= 100_000)
        }
        #expect(answer(&cache, HTTPRequest(uri: "http://example.com/1")) == "miss")
        #expect(answer(&cache, HTTPRequest(uri: "http://example.com/49")) != "miss")
    }
}
