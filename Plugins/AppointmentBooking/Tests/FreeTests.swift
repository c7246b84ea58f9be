import CallControl
import PluginTesting
import Testing

@Suite("Free slots")
struct FreeTests {
    @Test("from today on, the next ones, each time once, whoever is free")
    func first() async throws {
        let slots = try await TestDesk().call().free(["limit": 4])
        #expect(
            slots == [
                "2000-01-03 09:00 anna", "2000-01-03 09:30 anna", "2000-01-03 10:00 anna", "2000-01-03 10:30 anna",
            ])
    }

    @Test("five if nothing is said, and never more than fifty")
    func limit() async throws {
        let call = try TestDesk().call()
        #expect(try await call.free().count == 5)
        #expect(try await call.free(["limit": 1000]).count == 50)
        #expect(try await call.free(["limit": -1]).count == 1)
    }

    @Test("a slot tells all that can be said of it, in the call's language or another")
    func fields() async throws {
        let desk = try TestDesk()
        let english: JSONValue = [
            "slot": "check.anna.2000-01-03T08:00:00Z", "date": "2000-01-03", "dateSpoken": "Monday, January 3",
            "time": "09:00", "timeSpoken": "9 AM", "spoken": "Monday, January 3, at 9 AM", "service": "check",
            "serviceName": "Check-up", "minutes": 30, "place": "north", "placeName": "North Clinic", "staff": "anna",
            "staffName": "Berg, Anna",
        ]
        let chinese = english.replacing([
            "dateSpoken": "1月3日，星期一", "timeSpoken": "上午9点", "spoken": "1月3日，星期一，上午9点", "serviceName": "体检",
            "placeName": "北区诊所", "staffName": "安娜·贝格",
        ])
        #expect(try await desk.call().slot() == english)
        #expect(try await Set(desk.call(locale: "zh-CN").slot().members) == Set(chinese.members))
        #expect(try await Set(desk.call().slot(["language": "zh"]).members) == Set(chinese.members))
    }

    @Test("what is asked for is told, and how far ahead can be booked")
    func asked() async throws {
        let answer = try await TestDesk(settings: ["horizon-days": 10]).call().next(["date": "0106"])
        #expect(
            answer.picking(
                "outcome", "date", "askedDate", "askedDateSpoken", "askedState", "askedHoliday") == [
                    "outcome": "found", "date": "2000-01-07", "askedDate": "2000-01-06",
                    "askedDateSpoken": "Thursday, January 6", "askedState": "closed", "askedHoliday": "Epiphany",
                ])
    }

    @Test(
        "dates that cannot be",
        arguments: [
            ("20000230", "badDate"), ("0431", "badDate"), ("tomorrow", "badDate"), ("19991231", "past"),
            ("1999-12-31", "past"), ("20000113", "tooLate"), ("0113", "tooLate"), ("20000112", "found"),
        ] as [(JSONValue, JSONValue)])
    func dates(date: JSONValue, outcome: JSONValue) async throws {
        let answer = try await TestDesk(settings: ["horizon-days": 11]).call().next(["date": date])
        #expect(answer["outcome"] == outcome)
        if outcome != "found" {
            #expect(
                answer.picking("latestDate", "latestDateSpoken") == [
                    "latestDate": "2000-01-12", "latestDateSpoken": "Wednesday, January 12",
                ])
        }
    }

    @Test(
        "what there is not",
        arguments: [
            ["service": "nothing"], ["place": "south"], ["staff": "nobody"], ["staff": "wu"],
            ["service": "course", "place": "west"], ["service": "course", "staff": "anna"],
        ] as [JSONValue])
    func notFound(question: JSONValue) async throws {
        #expect(try await TestDesk().call().next(question) == ["outcome": "notFound"])
    }

    @Test("later ones, for a caller who does not want the first")
    func later() async throws {
        let call = try TestDesk().call()
        let first = try await call.next()
        let second = try await call.next(["after": first["slot"] ?? .null])
        #expect(second["time"] == "09:30")
        let last = try await call.next(["after": "check.anna.2000-01-03T15:30:00Z"])
        #expect(last.picking("date", "time") == ["date": "2000-01-04", "time": "09:00"])
    }

    @Test("no slot begins before the notice that is asked for, nor today after closing time")
    func notice() async throws {
        let desk = try TestDesk(settings: ["notice-minutes": 60])
        #expect(try await desk.call(at: "2000-01-03T08:00:00Z").next()["time"] == "10:00")
        #expect(try await desk.call(at: "2000-01-03T08:00:01Z").next()["time"] == "10:30")
        let evening = desk.call(at: "2000-01-03T17:00:00Z")
        #expect(
            try await evening.next(["days": 1]).picking("outcome", "askedState") == [
                "outcome": "closed", "askedState": "closed",
            ])
        #expect(
            try await evening.next().picking("outcome", "date", "askedState") == [
                "outcome": "found", "date": "2000-01-04", "askedState": "closed",
            ])
    }

    @Test("a day whose slots are all taken is full; then another is told, or that there is none")
    func full() async throws {
        let desk = try TestDesk(settings: ["horizon-days": 2])
        let call = desk.call()
        for slot in try await call.ask(
            "free", ["service": "check", "place": "north", "limit": 50, "staff": "anna"])["slots"]?.elements ?? []
        {
            _ = try await call.book(slot.text("slot"))
        }
        #expect(
            try await call.next(["staff": "anna"]).picking("outcome", "askedState") == [
                "outcome": "none", "askedState": "closed",
            ])
        #expect(
            try await call.next(["staff": "anna", "date": "0103"]).picking("outcome", "askedState") == [
                "outcome": "none", "askedState": "full",
            ])
        #expect(
            try await call.next().picking("outcome", "staff", "time") == [
                "outcome": "found", "staff": "ben", "time": "10:00",
            ])
    }
}

extension TestCall {
    /// The first free slot, without what is told of the day that was asked for.
    fileprivate func slot(_ more: JSONValue = [:]) async throws -> JSONValue {
        let question: JSONValue = ["service": "check", "place": "north", "limit": 1]
        return try await ask("free", question.replacing(more))["slots"]?.elements.first ?? .null
    }
}
