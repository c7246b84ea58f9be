import CallControl
import Foundation
import PluginKit
import PluginTesting
import Testing

@Suite("The day's list")
struct DayTests {
    private static let customer = "Müller, \"Ana\"; room 7\\b\nsecond line, and 很长的一行中文备注，折行时不能断在一个字的中间，😀 end"

    /// A desk with three appointments on Monday, 2000-01-03, one of which was moved, one on Tuesday, and one cancelled.
    private static func desk() async throws -> (desk: TestDesk, numbers: [String]) {
        let desk = try TestDesk()
        let call = desk.call()
        var numbers: [String] = []
        for slot in ["check.anna.2000-01-04T08:00:00Z", "check.ben.2000-01-03T09:00:00Z"] {
            numbers.append(try await call.book(slot))
        }
        let hold = try await call.hold("long.anna.2000-01-03T12:00:00Z")["hold"] ?? .null
        numbers.append(
            try await call.ask("confirm", ["hold": hold, "customer": .string(customer)]).text("number"))
        let moved = try await call.hold("check.anna.2000-01-03T08:00:00Z")["hold"] ?? .null
        _ = try await call.ask("move", ["number": .string(numbers[0]), "hold": moved])
        numbers.append(try await call.book("check.anna.2000-01-04T09:00:00Z"))
        let cancelled = try await call.book("check.anna.2000-01-03T15:00:00Z")
        _ = try await call.ask("cancel", ["number": .string(cancelled)])
        _ = try await call.hold("check.anna.2000-01-03T15:30:00Z")
        return (desk, numbers)
    }

    @Test("as CSV: a line for each appointment in order, fields with commas, quotes and line breaks in quotes")
    func csv() async throws {
        let (desk, numbers) = try await Self.desk()
        let answer = try await desk.call().ask("day", ["place": "north", "date": "0103"])
        #expect(
            answer.picking("outcome", "count", "date", "mediaType") == [
                "outcome": "found", "count": 3, "date": "2000-01-03", "mediaType": "text/csv; charset=utf-8",
            ])
        let customer = Self.customer.replacing("\"", with: "\"\"")
        let lines = [
            "number,date,start,end,service,serviceName,staff,staffName,place,placeName,phone,customer",
            "\(numbers[0]),2000-01-03,09:00,09:30,check,Check-up,anna,\"Berg, Anna\",north,North Clinic,"
                + "+493023125001,",
            "\(numbers[1]),2000-01-03,10:00,10:30,check,Check-up,ben,Ben Carter,north,North Clinic,+493023125001,",
            "\(numbers[2]),2000-01-03,13:00,13:45,long,Consultation,anna,\"Berg, Anna\",north,North Clinic,"
                + "+493023125001,\"\(customer)\"",
        ]
        #expect(answer.text("text") == lines.map { $0 + "\r\n" }.joined())
    }

    @Test("as iCalendar: what a calendar program reads is what was booked")
    func calendar() async throws {
        let (desk, numbers) = try await Self.desk()
        let call = desk.call(locale: "zh-CN", at: "2000-01-02T20:00:00Z")
        let answer = try await call.ask("day", ["place": "north", "date": "0103", "format": "ics"])
        #expect(answer.picking("count", "mediaType") == ["count": 3, "mediaType": "text/calendar; charset=utf-8"])
        let read = try Self.read(answer.text("text"))
        #expect(read.text("version") == "2.0" && read.text("method") == "PUBLISH")
        let events = read["events"]?.elements ?? []
        #expect(
            events.map { ["start", "end", "sequence", "summary"].map($0.text).joined(separator: " ") } == [
                "2000-01-03T08:00:00+00:00 2000-01-03T08:30:00+00:00 1 体检, 安娜·贝格",
                "2000-01-03T09:00:00+00:00 2000-01-03T09:30:00+00:00 0 体检, 本·卡特",
                "2000-01-03T12:00:00+00:00 2000-01-03T12:45:00+00:00 0 咨询, 安娜·贝格",
            ])
        #expect(Set(events.map { $0.text("stamp") }) == ["2000-01-02T20:00:00+00:00"])
        #expect(Set(events.map { $0.text("location") }) == ["北区诊所"])
        #expect(Set(events.map { $0.text("uid") }).count == 3)
        #expect(
            events.map { $0.text("description") } == [
                "\(numbers[0])\n+493023125001", "\(numbers[1])\n+493023125001",
                "\(numbers[2])\n+493023125001\n\(Self.customer)",
            ])
        // The same appointment keeps its identity on every day's list.
        #expect(
            try await events.map { $0.text("uid") }
                == Self.read(
                    desk.call("2").ask("day", ["place": "north", "date": "0103", "format": "ics"]).text("text"))[
                    "events"]?
                .elements.map { $0.text("uid") })
    }

    @Test("lines of a calendar end in CRLF, have 75 octets at most, and are not folded within a character")
    func lines() async throws {
        let (desk, _) = try await Self.desk()
        let text = try await desk.call(locale: "zh").ask(
            "day", ["place": "north", "date": "0103", "format": "ics"]
        ).text("text")
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.last == "" && !lines.dropLast().contains(""))
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.unicodeScalars.contains("\n") })
        #expect(lines.contains { $0.utf8.count > 72 && $0.hasPrefix(" ") })
        #expect(lines.contains { $0.hasPrefix("DTSTART:20000103T080000Z") })
    }

    @Test("what there is nothing of")
    func nothing() async throws {
        let call = try TestDesk().call()
        #expect(
            try await call.ask("day", ["place": "north", "format": "ics"]) == [
                "outcome": "none", "count": 0, "date": "2000-01-01",
            ])
        #expect(try await call.ask("day", ["place": "north"]).text("text").hasPrefix("number,date,"))
        #expect(try await call.ask("day", ["place": "south"]) == ["outcome": "notFound"])
        #expect(try await call.ask("day", ["place": "north", "date": "0230"]) == ["outcome": "badDate"])
        #expect(
            await call.answer("day", ["place": "north", "format": "pdf"], invocation: "1")
                == .failure(
                    what: PluginFailure.badparameter, message: "the parameter 'format' is neither csv nor ics"))
    }

    @Test("a day in the past has its list too, and a day is the place's own")
    func past() async throws {
        let (desk, _) = try await Self.desk()
        let call = desk.call(at: "2000-03-01T00:00:00Z")
        #expect(try await call.ask("day", ["place": "north", "date": "20000103"])["count"] == 3)
        #expect(try await call.ask("day", ["place": "north", "date": "20000104"])["count"] == 1)
        #expect(try await call.ask("day", ["place": "west", "date": "20000103"])["count"] == 0)
    }

    /// What the icalendar package of Debian reads in a calendar.
    private static func read(_ calendar: String) throws -> JSONValue {
        let reader = Process()
        reader.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        reader.arguments = [
            "-c",
            """
            import icalendar, json, sys
            calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            print(json.dumps({
                "version": calendar["version"], "method": calendar["method"],
                "events": [{
                    "uid": event["uid"], "summary": event["summary"], "location": event["location"],
                    "description": event["description"], "sequence": str(event["sequence"]),
                    "start": event.decoded("dtstart").isoformat(), "end": event.decoded("dtend").isoformat(),
                    "stamp": event.decoded("dtstamp").isoformat(),
                } for event in calendar.walk("vevent")]}))
            """,
        ]
        let (input, output) = (Pipe(), Pipe())
        reader.standardInput = input
        reader.standardOutput = output
        try reader.run()
        input.fileHandleForWriting.write(Data(calendar.utf8))
        try input.fileHandleForWriting.close()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        reader.waitUntilExit()
        return try JSONValue(parsing: text)
    }
}
