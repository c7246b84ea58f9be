import CallControl
import PluginTesting
import Testing

@Suite("Business hours and holidays")
struct HoursTests {
    @Test(
        "a line is open in its hours, and says when it closes and when it opens next",
        arguments: [
            ("help", "2000-01-03T10:00:00+01:00", "open", "today at 5 PM", "tomorrow at 9 AM"),
            ("help", "2000-01-03T08:59:59+01:00", "closed", "", "today at 9 AM"),
            ("help", "2000-01-03T09:00:00+01:00", "open", "today at 5 PM", "tomorrow at 9 AM"),
            ("help", "2000-01-03T17:00:00+01:00", "closed", "", "tomorrow at 9 AM"),
            // The day before a holiday, and the holiday itself.
            ("help", "2000-01-05T18:00:00+01:00", "closed", "", "Friday, January 7, at 9 AM"),
            ("help", "2000-01-06T10:00:00+01:00", "closed", "", "tomorrow at 9 AM"),
            // The night from Saturday to Sunday.
            ("help", "2000-01-08T23:00:00+01:00", "open", "tomorrow at 2 AM", "Monday, January 10, at 9 AM"),
            ("help", "2000-01-09T01:59:00+01:00", "open", "today at 2 AM", "tomorrow at 9 AM"),
            ("help", "2000-01-09T02:00:00+01:00", "closed", "", "tomorrow at 9 AM"),
            // A holiday with hours of its own, which goes before that of all lines.
            ("help", "2000-12-24T10:00:00+01:00", "open", "today at 12 noon", "Wednesday, December 27, at 9 AM"),
            ("help", "2000-12-24T12:30:00+01:00", "closed", "", "Wednesday, December 27, at 9 AM"),
            ("always", "2000-01-03T03:00:00+01:00", "open", "", "Wednesday, December 27, at 12 midnight"),
            ("always", "2000-12-25T10:00:00+01:00", "closed", "", "Wednesday, December 27, at 12 midnight"),
            (
                "always", "2000-12-23T10:00:00+01:00", "open", "today at 12 midnight",
                "Wednesday, December 27, at 12 midnight"
            ),
            ("never", "2000-01-03T10:00:00+01:00", "closed", "", ""),
        ])
    func hours(line: String, time: String, outcome: String, closes: String, opens: String) async throws {
        let answer = try await TestCentre().call(at: time).ask("hours", ["line": .string(line)])
        #expect(answer.text("outcome") == outcome)
        #expect(answer.text("closesSpoken") == closes)
        #expect(answer.text("opensSpoken") == opens)
    }

    @Test("what is said, in both languages")
    func spoken() async throws {
        let centre = try TestCentre()
        let call = centre.call(at: "2000-01-06T10:00:00+01:00")
        #expect(
            try await call.ask("hours", ["line": "help"]) == [
                "outcome": "closed", "lineName": "the help line",
                "hoursSpoken": "Monday to Friday, 9 AM to 5 PM; Saturday, 10 PM to 2 AM", "holiday": "Epiphany",
                "opens": "2000-01-07T09:00:00+01:00", "opensSpoken": "tomorrow at 9 AM",
            ])
        #expect(
            try await call.ask("hours", ["line": "help", "language": "zh-CN"]) == [
                "outcome": "closed", "lineName": "帮助专线", "hoursSpoken": "星期一到星期五，上午9点到下午5点；星期六，晚上10点到凌晨2点",
                "holiday": "主显节", "opens": "2000-01-07T09:00:00+01:00", "opensSpoken": "明天上午9点",
            ])
        #expect(try await call.ask("hours", ["line": "always"]).text("hoursSpoken") == "around the clock, every day")
        #expect(try await call.ask("hours", ["line": "none"]) == ["outcome": "notFound"])
    }

    @Test(
        "the hours of the week as they are said",
        arguments: [
            ("help,1-7,08:00,20:00", "every day, 8 AM to 8 PM"),
            ("help,1-5,08:00,12:00\nhelp,1-5,13:00,17:00", "Monday to Friday, 8 AM to 12 noon and 1 PM to 5 PM"),
            ("help,1 3,08:00,12:00", "Monday, 8 AM to 12 noon; Wednesday, 8 AM to 12 noon"),
            ("help,1,00:00,24:00\nhelp,2,20:00,24:00", "Monday, around the clock; Tuesday, 8 PM to 12 midnight"),
        ])
    func week(hours: String, spoken: String) async throws {
        let centre = try TestCentre(files: ["hours": "line,days,from,to\n" + hours])
        #expect(try await centre.call().ask("hours", ["line": "help"]).text("hoursSpoken") == spoken)
    }

    @Test(
        "when clocks change, hours that begin in the time left out begin at the change, and the hour that comes twice counts",
        arguments: [
            // On 26 March 2000 clocks in Berlin went from 2 to 3, on 29 October from 3 to 2.
            ("2000-03-26T01:59:59+01:00", "closed", "2000-03-26T03:00:00+02:00"),
            ("2000-03-26T03:00:00+02:00", "open", ""), ("2000-03-26T04:00:00+02:00", "closed", ""),
            ("2000-10-29T02:29:00+02:00", "closed", "2000-10-29T02:30:00+02:00"),
            ("2000-10-29T02:30:00+02:00", "open", ""), ("2000-10-29T02:10:00+01:00", "open", ""),
            ("2000-10-29T03:59:00+01:00", "open", ""), ("2000-10-29T04:00:00+01:00", "closed", ""),
        ])
    func daylightSaving(time: String, outcome: String, opens: String) async throws {
        let centre = try TestCentre(files: ["hours": "line,days,from,to\nhelp,7,02:30,04:00"])
        let answer = try await centre.call(at: time).ask("hours", ["line": "help"])
        #expect(answer.text("outcome") == outcome)
        if !opens.isEmpty { #expect(answer.text("opens") == opens) }
    }
}
