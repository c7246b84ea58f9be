import CallControl
import PluginKit
import PluginTesting
import Testing

@testable import AppointmentBooking

@Suite("Opening hours, breaks and holidays")
struct ScheduleTests {
    @Test("a day has slots from opening to closing, around the break, of the members who are there")
    func day() async throws {
        let call = try TestDesk().call()
        let monday: JSONValue = ["date": "20000103", "days": 1, "limit": 50]
        #expect(
            try await call.free(monday.replacing(["staff": "anna"]))
                == [
                    "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "13:00", "13:30", "14:00", "14:30", "15:00",
                    "15:30", "16:00", "16:30",
                ].map { "2000-01-03 \($0) anna" })
        #expect(
            try await call.free(monday.replacing(["staff": "ben"]))
                == [
                    "10:00", "10:30", "11:00", "11:30", "13:00", "13:30",
                ].map { "2000-01-03 \($0) ben" })
    }

    @Test("a service that takes longer begins at its own steps, and ends before the break")
    func steps() async throws {
        let slots = try await TestDesk().call().free(
            ["date": "20000103", "days": 1, "limit": 50], of: "long")
        #expect(slots.prefix(2) == ["2000-01-03 09:00 anna", "2000-01-03 09:15 anna"])
        #expect(slots.contains("2000-01-03 11:15 anna") && !slots.contains("2000-01-03 11:30 anna"))
        #expect(slots.contains("2000-01-03 13:00 anna"))
        #expect(slots.last == "2000-01-03 16:15 anna")
    }

    @Test("a member's own hours and breaks count within the place's, and without any it is there while it is open")
    func membersHours() async throws {
        let call = try TestDesk().call()
        #expect(
            try await call.free(["date": "20000113", "days": 1, "limit": 50]) == [
                "2000-01-13 11:00 ben", "2000-01-13 11:30 ben", "2000-01-13 13:00 ben", "2000-01-13 13:30 ben",
            ])
        #expect(try await call.free(["date": "20000104", "staff": "ben", "days": 1]) == [])
        #expect(
            try await call.free(["date": "20000104", "staff": "anna", "limit": 1]).first?.hasSuffix("09:00 anna")
                == true)
    }

    @Test(
        "a day on which nobody is there is closed, and a holiday is told",
        arguments: [
            ("20000102", nil, nil), ("20000106", nil, "Epiphany"), ("20000110", "anna", "leave"),
            ("20000113", "anna", "leave"), ("20000107", "ben", nil),
        ] as [(JSONValue, JSONValue?, JSONValue?)])
    func closed(date: JSONValue, staff: JSONValue?, holiday: JSONValue?) async throws {
        let answer = try await TestDesk().call().next(["date": date, "days": 1, "staff": staff ?? .null])
        #expect(answer["outcome"] == "closed")
        #expect(answer["askedState"] == "closed")
        #expect(answer["askedHoliday"] == holiday)
    }

    @Test("the leave of one is no holiday of the others, and a holiday of all places is one everywhere")
    func scopes() async throws {
        let desk = try TestDesk()
        let answer = try await desk.call().next(["date": "20000110", "days": 1])
        #expect(answer["outcome"] == "found" && answer["staff"] == "ben" && answer["askedHoliday"] == nil)
        let christmas = desk.call(at: "2000-12-20T12:00:00Z")
        for place in ["north", "west"] {
            let answer = try await christmas.next(["date": "20001226", "days": 1], at: place)
            #expect(answer["askedHoliday"] == "Christmas")
        }
    }

    @Test(
        "stretches of time",
        arguments: [
            ([0..<10], [3..<5], [0..<3, 5..<10], [3..<5]),
            ([0..<10, 10..<20], [5..<15], [0..<5, 15..<20], [5..<15]),
            ([0..<10], [0..<10], [], [0..<10]),
            ([0..<4, 6..<10], [4..<6], [0..<4, 6..<10], []),
            ([0..<10], [2..<3, 1..<2, 8..<20], [0..<1, 3..<8], [1..<3, 8..<10]),
            ([5..<5], [0..<9], [], []),
        ] as [([Range<Int>], [Range<Int>], [Range<Int>], [Range<Int>])])
    func spans(left: [Range<Int>], right: [Range<Int>], difference: [Range<Int>], common: [Range<Int>]) {
        #expect(Spans(left).subtracting(Spans(right)).ranges == difference)
        #expect(Spans(left).intersection(Spans(right)).ranges == common)
    }
}
