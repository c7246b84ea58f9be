import Testing

@testable import Fetching

/// Dates of header fields (RFC 9110 5.6.7).
@Suite struct HTTPDateTests {
    /// 1994-11-06T08:49:37Z, the RFC's own example.
    private static let example = HTTPTime(seconds: 784_111_777)
    private static let now = HTTPTime(seconds: 1_795_000_000)

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ])
    func theThreeForms(text: String) {
        #expect(HTTPDate.read(text, now: Self.now) == Self.example)
    }

    @Test(arguments: [
        "", "0", "-1", "now", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
    ])
    func whatIsNoDate(text: String) {
        #expect(HTTPDate.read(text, now: Self.now) == nil)
    }

    @Test("a year of two digits lies at most 50 years in the future")
    func centuries() {
        #expect(HTTPDate.read("Friday, 01-Jan-99 00:00:00 GMT", now: Self.now)?.seconds == 915_148_800)
        #expect(HTTPDate.read("Tuesday, 01-Jan-30 00:00:00 GMT", now: Self.now)?.seconds == 1_893_456_000)
    }
}
