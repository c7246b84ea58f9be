import CallControl
import PluginKit
import PluginTesting
import Testing

@testable import AppointmentBooking

@Suite("Time zones and daylight saving")
struct DaylightSavingTests {
    @Test(
        "what clocks show is a moment: the first of two, and the change where they leave it out",
        arguments: [
            ("Europe/Berlin", "2026-01-15", 540, "2026-01-15T08:00:00Z"),
            ("Europe/Berlin", "2026-07-15", 540, "2026-07-15T07:00:00Z"),
            ("Asia/Shanghai", "2026-07-15", 540, "2026-07-15T01:00:00Z"),
            ("UTC", "2026-07-15", 1440, "2026-07-16T00:00:00Z"),
            // Forward: 2:00 is 3:00.
            ("Europe/Berlin", "2026-03-29", 119, "2026-03-29T00:59:00Z"),
            ("Europe/Berlin", "2026-03-29", 120, "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-03-29", 150, "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-03-29", 180, "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-03-29", 181, "2026-03-29T01:01:00Z"),
            // Back: 3:00 is 2:00.
            ("Europe/Berlin", "2026-10-25", 119, "2026-10-24T23:59:00Z"),
            ("Europe/Berlin", "2026-10-25", 120, "2026-10-25T00:00:00Z"),
            ("Europe/Berlin", "2026-10-25", 150, "2026-10-25T00:30:00Z"),
            ("Europe/Berlin", "2026-10-25", 180, "2026-10-25T02:00:00Z"),
            ("Europe/Berlin", "2026-10-25", 1440, "2026-10-25T23:00:00Z"),
            ("America/New_York", "2026-11-01", 90, "2026-11-01T05:30:00Z"),
            ("America/New_York", "2026-11-01", 120, "2026-11-01T07:00:00Z"),
            // By half an hour only.
            ("Australia/Lord_Howe", "2026-04-05", 105, "2026-04-04T14:45:00Z"),
            ("Australia/Lord_Howe", "2026-04-05", 120, "2026-04-04T15:30:00Z"),
            // At midnight, so that the day has no midnight.
            ("America/Santiago", "2026-09-06", 0, "2026-09-06T04:00:00Z"),
            // Samoa had no 30 December 2011.
            ("Pacific/Apia", "2011-12-30", 720, "2011-12-30T10:00:00Z"),
        ])
    func moments(zone: String, day: String, minute: Int, moment: String) throws {
        let zone = try #require(Zone(zone))
        #expect(
            zone.moment(try #require(CalendarDay(day)), minute: minute) * 1000
                == WallClockTime(rfc3339: moment)?.epochMilliseconds)
    }

    @Test("every quarter of an hour of a year comes after the one before, and shows what it was made of")
    func allYear() throws {
        for name in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Shanghai"] {
            let zone = try #require(Zone(name))
            var day = try #require(CalendarDay("2026-01-01"))
            var last = Int.min
            var moved = 0
            while day.year == 2026 {
                for minute in stride(from: 0, to: 1440, by: 15) {
                    let moment = zone.moment(day, minute: minute)
                    #expect(moment >= last)
                    let time = zone.time(at: moment)
                    if time.day != day || time.minute != minute { moved += 1 }
                    #expect(time.repetition != .second)
                    last = moment
                }
                day = day.adding(days: 1)
            }
            // The quarters that clocks leave out.
            #expect(moved == ["Asia/Shanghai": 0, "Australia/Lord_Howe": 2][name] ?? 4, "\(name)")
        }
    }

    @Test("there is no such zone", arguments: ["", "Mars/Olympus", "CET", "Berlin"])
    func unknown(name: String) {
        #expect(Zone(name) == nil)
    }

    @Test("a night in which clocks go back has an hour more, told apart by what is said and by the slot")
    func back() async throws {
        let call = try TestDesk().call(at: "2000-10-29T04:00:00Z")
        let answer = try await call.ask("free", ["service": "check", "place": "west", "days": 1, "limit": 50])
        let slots = answer["slots"]?.elements ?? []
        #expect(
            slots.map { $0.text("time") } == [
                "00:00", "00:30", "01:00", "01:30", "01:00", "01:30", "02:00", "02:30", "03:00", "03:30",
            ])
        try #require(slots.count == 10)
        #expect(
            slots[3...5].map { $0.text("spoken") } == [
                "Sunday, October 29, at 1:30 AM, before the clocks go back",
                "Sunday, October 29, at 1 AM, after the clocks go back",
                "Sunday, October 29, at 1:30 AM, after the clocks go back",
            ])
        #expect(Set(slots.map { $0.text("slot") }).count == 10)
        for slot in [slots[3], slots[5]] { _ = try await call.book(slot.text("slot")) }
        #expect(try await call.free(["days": 1, "limit": 50], at: "west").count == 8)
    }

    @Test("a night in which clocks go forward has an hour less")
    func forward() async throws {
        let call = try TestDesk().call(at: "2000-04-01T12:00:00Z")
        let slots = try await call.free(["date": "20000402", "days": 1, "limit": 50], at: "west")
        #expect(
            slots.map { $0.dropFirst(11).prefix(5) } == ["00:00", "00:30", "01:00", "01:30", "03:00", "03:30"])
    }

    @Test("today is the place's day, whatever the gateway's zone")
    func today() async throws {
        let desk = try TestDesk()
        // 20:00 on the 3rd in New York, 2:00 on the 4th in Berlin.
        let call = desk.call(at: "2000-01-04T09:00:00+08:00")
        #expect(try await call.next(at: "west")["askedDate"] == "2000-01-03")
        #expect(try await call.next(at: "north")["askedDate"] == "2000-01-04")
    }
}
