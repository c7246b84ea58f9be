import Expressions
import Testing

@testable import ScriptEngine

@Suite(.inEachForm) struct TimeTests {
    /// 2026-01-31T23:30:15.250Z
    private static let now = 1_769_902_215_250.0

    private static func call(zone: Int = 3600) -> Call {
        var call = Call()
        call.environment.now = now
        call.environment.zoneOffsetSeconds = zone
        return call
    }

    @Test(
        "10 Date is of the call's time and zone",
        arguments: [
            ("Date.now()", "1769902215250"), ("new Date().getTime()", "1769902215250"), ("+new Date", "1769902215250"),
            ("new Date().getHours()", "0"), ("new Date().getDate()", "1"), ("new Date().getMonth()", "1"),
            ("new Date().getDay()", "0"), ("new Date().getFullYear()", "2026"), ("new Date().getMinutes()", "30"),
            ("new Date().getSeconds()", "15"), ("new Date().getMilliseconds()", "250"), ("new Date().getYear()", "126"),
            ("new Date().getUTCHours()", "23"), ("new Date().getTimezoneOffset()", "-60"),
            ("new Date().toString()", "Sun Feb 01 2026 00:30:15 GMT+0100"),
            ("Date()", "Sun Feb 01 2026 00:30:15 GMT+0100"),
            ("'' + new Date()", "Sun Feb 01 2026 00:30:15 GMT+0100"), ("new Date().toDateString()", "Sun Feb 01 2026"),
            ("new Date().toTimeString()", "00:30:15 GMT+0100"),
            ("new Date().toISOString()", "2026-01-31T23:30:15.250Z"),
            ("JSON.stringify(new Date())", "\"2026-01-31T23:30:15.250Z\""),
            ("new Date().toLocaleString()", "Sun Feb 01 2026 00:30:15"),
            ("new Date().toLocaleTimeString()", "00:30:15"),
            ("new Date().toLocaleDateString()", "Sun Feb 01 2026"),
            ("new Date(2026, 0, 1).toISOString()", "2025-12-31T23:00:00.000Z"),
            ("new Date(2026, 0, 1, 12, 5, 6, 7).toISOString()", "2026-01-01T11:05:06.007Z"),
            ("new Date(99, 0).getFullYear()", "1999"), ("Date.UTC(2026, 0, 1)", "1767225600000"),
            ("Date.parse('2026-01-01')", "1767225600000"), ("Date.parse('2026-01-01T00:00:00')", "1767222000000"),
            ("Date.parse('2026-01-01T00:00Z')", "1767225600000"),
            ("Date.parse('2026-01-01T00:00:00.5+02:00')", "1767218400500"),
            ("Date.parse('Jan 1 2026 10:00')", "1767258000000"),
            ("Date.parse('Thu, 01 Jan 2026 10:00:00 GMT')", "1767261600000"),
            ("Date.parse('Thu Jan 01 2026 10:00:00 GMT+0100')", "1767258000000"), ("Date.parse('never')", "NaN"),
            ("Date.parse(new Date().toString())", "1769902215000"), ("new Date('2026-01-01T08:00').getHours()", "8"),
            ("new Date(5).getTime()", "5"), ("new Date(new Date(7)).getTime()", "7"), ("new Date(null).getTime()", "0"),
            ("new Date(undefined).getTime()", "NaN"), ("new Date(true).getTime()", "1"),
            ("new Date('5' + 'x')", "Invalid Date"),
            ("new Date({valueOf() { return 9 }}).getTime()", "9"),
            ("new Date(['2026-01-01']).getTime()", "1767225600000"),
            ("new Date(8.64e15 + 1).getTime()", "NaN"), ("new Date(1.9).getTime()", "1"),
            ("new Date(0).setHours(5)", "14400000"), ("new Date(0).setMonth(1)", "2678400000"),
            ("new Date(0).setDate(0)", "-86400000"), ("new Date(0).setFullYear(1971, 1, 3)", "34387200000"),
            ("new Date(NaN).setFullYear(1970)", "-3600000"), ("new Date(NaN).setHours(1)", "NaN"),
            ("new Date(0).setMinutes(1, 2, 3)", "62003"), ("new Date(0).setYear(71)", "31536000000"),
            ("new Date(NaN).toString()", "Invalid Date"), ("new Date(NaN).getTimezoneOffset()", "NaN"),
            ("new Date(-62198755200000 - 86400000 * 400).getFullYear()", "-3"),
            ("new Date() instanceof Date", "true"), ("Date.prototype.constructor === Date", "true"),
            ("Object.prototype.toString.call(new Date())", "[object Date]"), ("Date.length + Date.name", "7Date"),
            ("new (class D extends Date { twice() { return 2 * this.getTime() } })(4).twice()", "8"),
            ("new Date(2026, 5, 1).getTimezoneOffset()", "-60"),
        ])
    func date(_ expression: String, _ text: String) {
        var call = Self.call()
        #expect(call.text(expression) == text)
    }

    @Test(
        "zones west of Greenwich and of half hours",
        arguments: [(-5 * 3600, "-0500", 300.0), (19800, "+0530", -330), (0, "+0000", 0)])
    func zones(_ offset: Int, _ name: String, _ minutes: Double) throws {
        var call = Self.call(zone: offset)
        #expect(call.text("new Date().toString()").hasSuffix("GMT" + name))
        #expect(try call.value("new Date().getTimezoneOffset()") == .number(minutes))
        #expect(call.text("new Date(2026, 6, 1, 12).getHours()") == "12")
    }

    @Test("10 Math.random comes from the call's seed")
    func random() throws {
        var call = Self.call()
        call.environment.random = SeededRandom(seed: 7)
        var expected = SeededRandom(seed: 7)
        for _ in 0..<3 {
            let next = expected.next()
            #expect(try call.value("Math.random()") == .number(next))
        }
        #expect(call.environment.random == expected)
        #expect(call.failure("Math.random() && nothing")?.kind == .thrown)
        _ = expected.next()
        #expect(call.environment.random == expected)
    }

    @Test(
        "functions that follow a locale are the same everywhere",
        arguments: [
            ("(1234.5).toLocaleString()", "1234.5"), ("'a'.localeCompare('b')", "-1"),
            ("'é'.localeCompare('e\\u0301')", "0"),
            ("'I'.toLocaleLowerCase('tr')", "i"), ("'i'.toLocaleUpperCase('tr')", "I"), ("typeof Intl", "undefined"),
            ("[1.5, new Date(0)].toLocaleString()", "1.5,Thu Jan 01 1970 01:00:00"),
        ])
    func locale(_ expression: String, _ text: String) {
        var call = Self.call()
        #expect(call.text(expression) == text)
    }
}
