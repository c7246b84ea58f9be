import CallControl
import Foundation
import Testing

@Suite("Days of the calendar")
struct CalendarDayTests {
    @Test(
        "a day is read in two forms, and only if there is such a day",
        arguments: [
            ("2024-02-29", "2024-02-29"), ("20240229", "2024-02-29"), ("99991231", "9999-12-31"),
            ("0001-01-01", "0001-01-01"),
            ("20230229", nil), ("19000229", nil), ("20001301", nil), ("20000431", nil), ("2000????", nil), ("", nil),
            ("2000-1-1", nil), ("20000100", nil), ("00000101", nil), ("2000/01/01", nil), ("２０２６０１３１", nil),
        ] as [(String, String?)])
    func reading(text: String, iso: String?) {
        #expect(CalendarDay(text)?.iso == iso)
    }

    @Test("days count from 1970, with Foundation's calendar as the measure")
    func counting() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for days in stride(from: -100_000, to: 1_000_000, by: 997) {
            let day = CalendarDay(daysSince1970: days)
            let date = Date(timeIntervalSince1970: Double(days) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            #expect(parts.year == day.year && parts.month == day.month && parts.day == day.day)
            #expect(parts.weekday == day.weekday % 7 + 1)
            #expect(day.daysSince1970 == days)
        }
    }

    @Test("the calendar ends at both ends without a trap")
    func ends() {
        #expect(CalendarDay(daysSince1970: .min).iso == "0001-01-01")
        #expect(CalendarDay(daysSince1970: .max).iso == "9999-12-31")
        #expect(CalendarDay(daysSince1970: 0).adding(days: -1).iso == "1969-12-31")
    }

    @Test(
        "a call's day is that of its zone",
        arguments: [
            (0, 0, "1970-01-01"), (-1, 0, "1969-12-31"), (0, -60, "1969-12-31"), (86_399_999, 1, "1970-01-02"),
        ])
    func wallClock(milliseconds: Int, offset: Int, iso: String) {
        #expect(WallClockTime(epochMilliseconds: milliseconds, zoneOffsetSeconds: offset).day.iso == iso)
    }
}
