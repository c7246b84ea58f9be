import CallControl
import Foundation
import PluginTesting
import Testing

@Suite("Example data")
struct SeedTests {
    @Test(
        "what is wrong with the data is told with its line",
        arguments: [
            ("lines", "Europe/Berlin,desk", "Europe/Bern,desk", "lines.csv:2: the column 'zone' is no good"),
            ("lines", "UTC,desk", "UTC,none", "lines.csv:4: the column 'group' is no good"),
            ("lines", "always,", "help,", "lines.csv:3: the column 'line' is no good"),
            ("hours", "help,1-5", "none,1-5", "hours.csv:2: the column 'line' is no good"),
            ("hours", "1-5", "1-8", "hours.csv:2: the column 'days' is no good"),
            ("hours", "09:00", "24:00", "hours.csv:2: the column 'from' is no good"),
            ("hours", "17:00", "5pm", "hours.csv:2: the column 'to' is no good"),
            ("holidays", "help,2000-12-24", "none,2000-12-24", "holidays.csv:4: the column 'line' is no good"),
            ("holidays", "2000-12-26", "2000-12-23", "holidays.csv:3: the column 'last' is no good"),
            ("holidays", "09:00,12:00", "09:00,", "holidays.csv:4: the column 'to' is no good"),
            ("groups", "金牌服务台,desk", "金牌服务台,none", "groups.csv:3: the column 'overflow' is no good"),
            ("groups", "服务台,", "服务台,desk", "groups.csv:2: the column 'overflow' is no good"),
            ("experts", "+49 30 101", "anna", "experts.csv:2: the column 'number' is no good"),
            ("experts", "sip:dora@example.com", "sip: dora", "experts.csv:5: the column 'number' is no good"),
            ("experts", ",15,", ",121,", "experts.csv:3: the column 'ring' is no good"),
            ("experts", "desk gold", "desk none", "experts.csv:4: the column 'groups' is no good"),
            ("experts", "printer:5 english:3", "printer:10", "experts.csv:2: the column 'skills' is no good"),
            ("experts", "printer:5 english:3", "printer:5 printer:3", "experts.csv:2: the column 'skills' is no good"),
            ("experts", "printer:5 english:3", "printer", "experts.csv:2: the column 'skills' is no good"),
            ("duty", "dora,", "nobody,", "duty.csv:2: the column 'expert' is no good"),
            ("duty", "1-5,,", "1-5,2000-01-05,2000-01-04", "duty.csv:2: the column 'last' is no good"),
            ("matrix", "gold 1", "none 1", "matrix.csv:2: the column 'buying' is no good"),
            ("matrix", "gold 3", "gold 10", "matrix.csv:3: the column '*' is no good"),
            ("matrix", "new,", "gold,", "matrix.csv:3: the column 'segment' is no good"),
            ("matrix", "segment,", "customer,", "matrix.csv:1: the columns must be segment, and others, each once"),
            ("customers", "+49 30 23125001", "Bergmann", "customers.csv:2: the column 'phone' is no good"),
            ("contacts", "1-7", "8", "contacts.csv:4: the column 'days' is no good"),
            ("contacts", "6-7 h", "6-7 x", "contacts.csv:3: the column 'days' is no good"),
        ])
    func problems(table: String, text: String, wrong: String, message: String) async throws {
        let data = try #require(TestCentre.files[table])
        let lines = data.split(separator: "\n").map(String.init)
        let index = try #require(lines.firstIndex { $0.contains(text) })
        let changed = lines[..<index] + [lines[index].replacing(text, with: wrong)] + lines[(index + 1)...]
        let centre = try TestCentre(files: [table: changed.joined(separator: "\n")])
        let answer = await centre.call().answer("hours", ["line": "help"], invocation: "1")
        #expect(answer == .failure(what: "unavailable", message: message))
        #expect(try centre.rows("SELECT name FROM sqlite_master") == [])
    }

    @Test("days count from the day on which the store is made")
    func relative() async throws {
        let files = [
            "holidays": "line,first,last,from,to,english,chinese\nhelp,+0,+1,,,Works,施工",
            "duty": "expert,days,first,last,from,to\nanna,1-5,+2,+2,09:00,17:00",
        ]
        let centre = try TestCentre(files: files)
        #expect(try await centre.call().ask("hours", ["line": "help"]).text("holiday") == "Works")
        let day = { (day: String) in
            try await centre.call(day, at: day + "T10:00:00+01:00").rungs(["skills": "english"]).first
        }
        #expect(try await day("2000-01-05") == "anna")
        #expect(try await day("2000-01-07") == "the duty manager")
    }

    @Test("a store without example data is empty")
    func none() async throws {
        let call = try TestCentre(settings: ["seed": .null]).call()
        #expect(try await call.begin() == ["outcome": "notFound"])
    }

    @Test(
        "the example beside the plugin loads: each line, at each hour of a week, has an answer for every kind of call")
    func example() async throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Example").standardizedFileURL
        let centre = try TestCentre(settings: ["database": ":memory:", "seed": .string(folder.path)])
        var outcomes: [String: Int] = [:]
        let monday = try #require(WallClockTime(rfc3339: "2026-11-23T00:30:00+01:00"))
        for hour in stride(from: 0, to: 168, by: 2) {
            for line in ["sales", "support", "emergency", "shanghai"] {
                var call = centre.call("\(hour) \(line)", from: "tel:+493023125001")
                call.start.epochMilliseconds = monday.epochMilliseconds + hour * 3_600_000
                let attempt = try await call.begin(["callType": "support"], line: line)
                outcomes["\(line) \(attempt.text("outcome"))\(attempt.text("kind"))", default: 0] += 1
                try await call.end()
            }
        }
        #expect(outcomes["emergency nobody"] == nil)
        #expect(outcomes["support nobody"] == nil)
        #expect(outcomes["support tryexpert", default: 0] >= 25)
        #expect(outcomes["sales nobody", default: 0] + outcomes["sales tryexpert", default: 0] == 84)
    }
}
