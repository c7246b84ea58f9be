import CallControl
import Foundation
import PluginTesting
import Testing

@Suite("Example data")
struct SeedTests {
    @Test(
        "what is wrong with the data is told with its line",
        arguments: [
            ("places", "Europe/Berlin", "Europe/Bern", "places.csv:2: the column 'zone' is no good"),
            ("places", "west,", "north,", "places.csv:3: the column 'place' is no good"),
            ("places", "west,", "we.st,", "places.csv:3: the column 'place' is no good"),
            ("services", ",30,", ",0,", "services.csv:2: the column 'minutes' is no good"),
            ("services", ",45,15", ",45,x", "services.csv:3: the column 'step' is no good"),
            ("services", ",60,,3", ",60,,0", "services.csv:4: the column 'capacity' is no good"),
            ("staff", "check long", "check short", "staff.csv:2: the column 'services' is no good"),
            ("staff", "check long", "", "staff.csv:2: the column 'services' is no good"),
            ("staff", "wu,west", "wu,east", "staff.csv:4: the column 'place' is no good"),
            ("hours", "17:00", "09:00", "hours.csv:2: the column 'to' is no good"),
            ("hours", "17:00", "24:01", "hours.csv:2: the column 'to' is no good"),
            ("hours", "17:00", "5pm", "hours.csv:2: the column 'to' is no good"),
            ("hours", ",1-7,", ",1-8,", "hours.csv:6: the column 'days' is no good"),
            ("hours", ",1-7,", ",5-1,", "hours.csv:6: the column 'days' is no good"),
            ("hours", ",1-7,", ",,", "hours.csv:6: the column 'days' is no good"),
            ("hours", "west,,open", "west,anna,open", "hours.csv:6: the column 'staff' is no good"),
            ("hours", "west,,open", "west,,closed", "hours.csv:6: the column 'kind' is no good"),
            ("holidays", "2000-12-26", "2000-12-24", "holidays.csv:3: the column 'last' is no good"),
            ("holidays", "north,anna", ",anna", "holidays.csv:4: the column 'staff' is no good"),
        ])
    func problems(table: String, text: String, wrong: String, message: String) async throws {
        let data = try #require(TestDesk.files[table])
        #expect(data.contains(text))
        let lines = data.split(separator: "\n").map(String.init)
        let index = try #require(lines.firstIndex { $0.contains(text) })
        let changed = lines[..<index] + [lines[index].replacing(text, with: wrong)] + lines[(index + 1)...]
        let desk = try TestDesk(files: [table: changed.joined(separator: "\n")])
        #expect(
            await desk.call().answer("places", invocation: "1") == .failure(what: "unavailable", message: message))
        #expect(try desk.rows("SELECT name FROM sqlite_master") == [])
    }

    @Test("holidays count from the day on which the store is made")
    func relative() async throws {
        let holidays = "place,staff,first,last,english,chinese\nnorth,,+3,+4,Works,施工"
        let answer = try await TestDesk(files: ["holidays": holidays]).call().next(["date": "0104"])
        #expect(answer.picking("askedHoliday", "date") == ["askedHoliday": "Works", "date": "2000-01-06"])
    }

    @Test("a store without example data is empty")
    func none() async throws {
        let call = try TestDesk(settings: ["seed": .null]).call()
        #expect(try await call.ask("places")["count"] == 0)
        #expect(try await call.next()["outcome"] == "notFound")
    }

    @Test("the example beside the plugin loads, and each service has a free slot in each place that has it")
    func example() async throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Example").standardizedFileURL
        let desk = try TestDesk(settings: ["database": ":memory:", "seed": .string(folder.path)])
        let call = desk.call(at: "2026-11-22T09:00:00+08:00")
        var found = 0
        for service in try await call.ask("services")["services"]?.elements ?? [] {
            let places = try await call.ask("places", ["service": service["service"] ?? .null])
            for place in places["places"]?.elements ?? [] {
                let answer = try await call.next(of: service.text("service"), at: place.text("place"))
                #expect(answer["outcome"] == "found")
                found += 1
            }
        }
        #expect(found == 7)
    }
}
