import CallControl
import Testing

@Suite("Time designations")
struct TimeDesignationTests {
    @Test(
        "20 A time is a number with s or ms",
        arguments: [
            ("3s", 3000), ("3000ms", 3000), ("+1.5s", 1500), (".5s", 500), ("0s", 0), ("1.2345s", 1234), ("1.9ms", 1),
            ("999999999999s", 999_999_999_999_000),
        ])
    func times(_ text: String, _ milliseconds: Int) {
        #expect(CallDuration(timeDesignation: text) == CallDuration(milliseconds: milliseconds))
    }

    @Test(
        "20 Anything else is none",
        arguments: [
            "3", "", "s", "ms", "+s", "-1s", "1.s", "1,5s", "3 s", " 3s", "3S", "3m", "1.2.3s", "9999999999999s",
        ])
    func others(_ text: String) { #expect(CallDuration(timeDesignation: text) == nil) }
}
