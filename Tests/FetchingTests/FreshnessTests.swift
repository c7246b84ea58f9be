import NIOHTTP1
import Testing

@testable import Fetching

/// Freshness and age (RFC 9111 4.2).
@Suite struct FreshnessTests {
    private static let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    private static let sent = HTTPTime(seconds: 784_111_777)

    private func freshness(
        _ headers: HTTPHeaders, status: Int = 200, requested: Int = 0, received: Int = 0
    ) -> Freshness {
        Freshness(
            of: HTTPResponse(status: status, headers: headers), requested: Self.sent + requested,
            received: Self.sent + received)
    }

    @Test(
        arguments: [
            (["Cache-Control": "max-age=60"], 60), (["Cache-Control": "max-age=60, s-maxage=30"], 30),
            (["Cache-Control": "max-age=60", "Expires": "Sun, 06 Nov 1994 08:50:37 GMT"], 60),
            (["Expires": "Sun, 06 Nov 1994 08:50:07 GMT"], 30), (["Expires": "0"], 0),
            (["Expires": "Sun, 06 Nov 1994 08:00:00 GMT"], 0), (["Cache-Control": "max-age=soon"], 0),
            (["Cache-Control": "max-age=10, max-age=99"], 10),
            (["Cache-Control": "max-age=99999999999999999999"], 1 << 31), ([:], 0),
            // A tenth of the time since the last change, a day at most.
            (["Last-Modified": "Sun, 06 Nov 1994 08:32:57 GMT"], 100),
            (["Last-Modified": "Sun, 06 Nov 1904 08:32:57 GMT"], 86_400),
            (["Last-Modified": "Mon, 07 Nov 1994 08:32:57 GMT"], 0),
        ] as [(HTTPHeaders, Int)])
    func lifetime(headers: HTTPHeaders, seconds: Int) {
        var headers = headers
        headers.add(name: "Date", value: Self.date)
        #expect(freshness(headers).lifetime == seconds)
    }

    @Test("a status that is not cacheable by itself has no heuristic lifetime", arguments: [302, 403, 500])
    func heuristics(status: Int) {
        let headers: HTTPHeaders = ["Date": Self.date, "Last-Modified": "Sun, 06 Nov 1994 08:32:57 GMT"]
        #expect(freshness(headers, status: status).lifetime == 0)
    }

    @Test(
        "the age counts what caches, the way and the clock say, whichever is more (4.2.3)",
        arguments: [
            // Date 10 s before it came.
            ([:], 8, 10, 10), (["Age": "25"], 8, 10, 27), (["Age": "5"], 0, 10, 15), (["Age": "x"], 10, 10, 10),
        ] as [(HTTPHeaders, Int, Int, Int)])
    func age(headers: HTTPHeaders, requested: Int, received: Int, age: Int) {
        var headers = headers
        headers.add(name: "Date", value: Self.date)
        let freshness = freshness(headers, requested: requested, received: received)
        #expect(freshness.age(at: Self.sent + received) == age)
        #expect(freshness.age(at: Self.sent + received + 7) == age + 7)
    }

    @Test("a server whose clock is ahead makes nothing younger than new")
    func clockAhead() {
        let freshness = freshness(["Date": Self.date], requested: -100, received: -100)
        #expect(freshness.age(at: Self.sent + -100) == 0)
    }

    @Test("a response without Date counts from when it came")
    func withoutDate() {
        #expect(freshness(["Expires": "Sun, 06 Nov 1994 08:50:37 GMT"]).lifetime == 60)
    }
}
