import Testing

@testable import Fetching

/// Cookies of a call (RFC 6265).
@Suite struct CookieTests {
    private let now = HTTPTime(seconds: 1_000_000)

    /// What goes to `target` after `origin` has set these.
    private func sent(_ fields: [String], from origin: String, to target: String, after seconds: Int = 0) throws
        -> String?
    {
        var jar = CookieJar()
        jar.store(fields, from: try #require(URIParts(origin)), at: now)
        return jar.header(for: try #require(URIParts(target)), at: now + seconds)
    }

    @Test(
        arguments: [
            // The examples of 3.1.
            (["SID=31d4d96e407aad42"], "http://www.example.com/", "http://www.example.com/x", "SID=31d4d96e407aad42"),
            (
                ["SID=31d4d96e407aad42; Path=/; Domain=example.com"], "http://www.example.com/",
                "http://a.example.com/",
                "SID=31d4d96e407aad42"
            ),
            (
                ["SID=31d4d96e407aad42; Path=/; Secure; HttpOnly", "lang=en-US; Path=/; Domain=example.com"],
                "https://www.example.com/", "https://www.example.com/", "SID=31d4d96e407aad42; lang=en-US"
            ),
            (
                ["SID=31d4d96e407aad42; Path=/; Secure; HttpOnly", "lang=en-US; Path=/; Domain=example.com"],
                "https://www.example.com/", "http://www.example.com/", "lang=en-US"
            ),
            // Hosts (5.1.3, 5.3).
            (["a=1"], "http://example.com/", "http://www.example.com/", nil),
            (["a=1; Domain=.Example.com"], "http://example.com/", "http://www.example.com/", "a=1"),
            (["a=1; Domain=ample.com"], "http://example.com/", "http://example.com/", nil),
            (["a=1; Domain=com"], "http://example.com/", "http://example.com/", nil),
            (["a=1; Domain=www.example.com"], "http://example.com/", "http://www.example.com/", nil),
            (["a=1; Domain=0.0.1"], "http://127.0.0.1/", "http://127.0.0.1/", nil),
            (["a=1; Domain=127.0.0.1"], "http://127.0.0.1:80/", "http://127.0.0.1:81/", "a=1"),
            (["a=1; Domain=localhost"], "http://localhost/", "http://localhost/", "a=1"),
            // Paths (5.1.4, 5.4).
            (["a=1"], "http://x.y/foo/bar", "http://x.y/foo/other", "a=1"),
            (["a=1"], "http://x.y/foo/bar", "http://x.y/", nil),
            (["a=1; Path=/foo"], "http://x.y/", "http://x.y/foobar", nil),
            (["a=1; Path=/foo"], "http://x.y/", "http://x.y/foo/bar", "a=1"),
            (["a=1; Path=foo"], "http://x.y/p/q", "http://x.y/p/", "a=1"),
            (["a=1; Path=/", "b=2; Path=/foo", "c=3; Path=/"], "http://x.y/", "http://x.y/foo", "b=2; a=1; c=3"),
            // Names and values (5.2).
            (["=1", "novalue", " a = b c "], "http://x.y/", "http://x.y/", "a=b c"),
            (["a=1", "a=2"], "http://x.y/", "http://x.y/", "a=2"),
            (["a=1; Max-Age=0"], "http://x.y/", "http://x.y/", nil),
            (["a=1", "a=2; Expires=Thu, 01 Jan 1970 00:00:00 GMT"], "http://x.y/", "http://x.y/", nil),
            (["a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT"], "http://x.y/", "http://x.y/", "a=1"),
            (["a=1; Max-Age=soon"], "http://x.y/", "http://x.y/", "a=1"),
        ] as [([String], String, String, String?)])
    func goesBack(fields: [String], origin: String, target: String, expected: String?) throws {
        #expect(try sent(fields, from: origin, to: target) == expected)
    }

    @Test func expires() throws {
        #expect(try sent(["a=1; Max-Age=60"], from: "http://x.y/", to: "http://x.y/", after: 59) == "a=1")
        #expect(try sent(["a=1; Max-Age=60"], from: "http://x.y/", to: "http://x.y/", after: 60) == nil)
    }

    @Test("no server fills a call with cookies")
    func bounds() throws {
        let many = (0..<100).map { "c\($0)=1" }
        let sent = try #require(try sent(many, from: "http://x.y/", to: "http://x.y/"))
        #expect(sent.split(separator: ";").count == 50)
        #expect(sent.hasSuffix("c99=1"))
        #expect(
            try self.sent([String(repeating: "x", count: 5000) + "=1"], from: "http://x.y/", to: "http://x.y/") == nil)
    }

    @Test(
        "dates of cookies (5.1.1)",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Nov 6 1994 8:49:37", 784_111_777), ("08:49:37 06 November 94", 784_111_777),
            ("1 Jan 69 00:00:00", 3_124_224_000), ("1 Jan 1600 00:00:00", nil), ("30 Feb 2000 00:00:00", nil),
            ("1 Jan 2000", nil), ("", nil),
        ] as [(String, Int?)])
    func dates(text: String, seconds: Int?) {
        #expect(CookieDate.read(text)?.seconds == seconds)
    }
}
