import CallControl
import PluginTesting
import Testing

@Suite("Callbacks")
struct CallbackTests {
    private static func callback(_ call: TestCall, _ more: JSONValue = [:]) async throws -> JSONValue {
        let question: JSONValue = ["line": "help", "phone": "030 7654321"]
        return try await call.ask("callback", question.replacing(more))
    }

    @Test("a number is read back digit by digit")
    func phone() async throws {
        let call = try TestCentre().call()
        #expect(
            try await call.ask("phone") == [
                "outcome": "good", "phone": "+12025550100", "phoneSpoken": "plus 1 2 0, 2 5 5, 5 0 1, 0 0",
            ])
        #expect(
            try await call.ask("phone", ["phone": "0307654", "language": "zh-CN"]) == [
                "outcome": "good", "phone": "0307654", "phoneSpoken": "0 3 0，7 6 5，4",
            ])
        for number in ["", "12", "anonymous", "1234567890123456789", "0000000", "+0301234", "001234567890123456"] {
            #expect(try await call.ask("phone", ["phone": .string(number)]) == ["outcome": "bad"], "\(number)")
        }
    }

    @Test("an entry is made, for as soon as possible")
    func soon() async throws {
        let centre = try TestCentre()
        #expect(
            try await Self.callback(centre.call(), ["subject": "paper"]) == [
                "outcome": "made", "entry": "1001", "entrySpoken": "1 0 0 1", "phone": "0307654321",
                "phoneSpoken": "0 3 0, 7 6 5, 4 3 2, 1",
            ])
        let night = try await Self.callback(centre.call("2", at: "2000-01-05T20:00:00+01:00"), ["phone": "0301"])
        #expect(
            night.picking("outcome", "entry", "opensSpoken") == [
                "outcome": "made", "entry": "1002", "opensSpoken": "Friday, January 7, at 9 AM",
            ])
    }

    @Test(
        "the time that the caller wishes",
        arguments: [
            ("", "1430", "made", "2000-01-03T14:30:00+01:00", "today at 2:30 PM"),
            ("", "0915", "made", "2000-01-04T09:15:00+01:00", "tomorrow at 9:15 AM"),
            ("0105", "14:30", "made", "2000-01-05T14:30:00+01:00", "Wednesday, January 5, at 2:30 PM"),
            ("2000-01-05", "", "made", "2000-01-05T09:00:00+01:00", "Wednesday, January 5, at 9 AM"),
            ("20000103", "", "made", "2000-01-03T10:00:00+01:00", "today at 10 AM"),
            ("0106", "1430", "closed", "", ""), ("0106", "", "closed", "", ""), ("", "1700", "closed", "", ""),
            ("20000103", "0959", "past", "", ""), ("20000102", "", "past", "", ""), ("0118", "1000", "tooLate", "", ""),
            ("1301", "1000", "badTime", "", ""), ("0105", "2400", "badTime", "", ""), ("", "930", "badTime", "", ""),
            ("", "14:3:0", "badTime", "", ""), ("0105", "noon", "badTime", "", ""),
            ("", "morning", "made", "2000-01-03T10:00:00+01:00", "this morning"),
            ("today", "afternoon", "made", "2000-01-03T12:00:00+01:00", "this afternoon"),
            ("tomorrow", "morning", "made", "2000-01-04T09:00:00+01:00", "tomorrow morning"),
            ("0105", "afternoon", "made", "2000-01-05T12:00:00+01:00", "Wednesday, January 5, in the afternoon"),
            ("0106", "morning", "closed", "", ""), ("20000102", "morning", "past", "", ""),
            ("0118", "morning", "tooLate", "", ""), ("noday", "morning", "badTime", "", ""),
        ])
    func wishes(date: String, time: String, outcome: String, wished: String, spoken: String) async throws {
        let wish: JSONValue = [
            "date": date.isEmpty ? .null : .string(date), "time": time.isEmpty ? .null : .string(time),
        ]
        let answer = try await Self.callback(TestCentre().call(), wish)
        #expect(answer.text("outcome") == outcome)
        #expect(answer.text("wished") == wished)
        #expect(answer.text("wishedSpoken") == spoken)
        if outcome == "closed" { #expect(answer["opensSpoken"] != nil) }
    }

    @Test("a part of a day that is over is that of tomorrow, or past where the day is named; in Chinese")
    func afternoon() async throws {
        let call = try TestCentre().call(at: "2000-01-03T13:00:00+01:00")
        let wish: JSONValue = ["time": "morning", "language": "zh-CN"]
        #expect(try await Self.callback(call, wish).text("wishedSpoken") == "明天上午")
        #expect(try await Self.callback(call, wish.replacing(["date": "today"])).text("outcome") == "past")
        let later = try await Self.callback(call, wish.replacing(["date": "0105"]))
        #expect(later.text("wishedSpoken") == "1月5日，星期三，上午")
        let staff = try await call.ask("callbacks")["callbacks"]?.elements.first
        #expect(staff?.picking("wished", "part") == ["wished": "2000-01-05T09:00:00+01:00", "part": "morning"])
    }

    @Test("before the line opens, today is when it opens")
    func early() async throws {
        let call = try TestCentre().call(at: "2000-01-05T07:00:00+01:00")
        #expect(try await Self.callback(call, ["date": "0105"]).text("wishedSpoken") == "today at 9 AM")
    }

    @Test("a number is on the list once, with the last wish of the caller")
    func once() async throws {
        let centre = try TestCentre()
        let call = centre.call()
        let question: JSONValue = ["line": "help", "phone": "0307654321"]
        let made = try await call.ask("callback", question, invocation: "1")
        #expect(made["outcome"] == "made")
        #expect(try await call.ask("callback", question, invocation: "1") == made)
        #expect(try await call.ask("callback", question, invocation: "2")["outcome"] == "already")
        let changed = try await Self.callback(call, ["time": "1500"])
        #expect(changed.picking("outcome", "entry") == ["outcome": "made", "entry": "1001"])
        #expect(try await Self.callback(call, ["time": "1500"]).text("outcome") == "already")
        // Whoever asks from elsewhere is not told that the number was there.
        #expect(try await Self.callback(centre.call("2"), ["time": "1500"]).text("outcome") == "made")
        #expect(try await Self.callback(centre.call("2"), ["line": "always"]).text("entry") == "1002")
        #expect(try centre.rows("SELECT entry, line, state FROM callbacks") == ["1001|help|open", "1002|always|open"])
    }

    @Test(
        "mistakes", arguments: [(["phone": "12"], "badPhone"), (["line": "none"], "notFound")] as [(JSONValue, String)])
    func mistakes(parameters: JSONValue, outcome: String) async throws {
        #expect(try await Self.callback(TestCentre().call(), parameters) == ["outcome": .string(outcome)])
    }

    @Test("staff find it with what the round knew, take it, put it back and close it")
    func staff() async throws {
        let centre = try TestCentre()
        let call = centre.call(from: "tel:+493023125001", locale: "de-DE")
        let round = try await call.begin(["callType": "buying", "path": "sales"])
        _ = try await Self.callback(call, ["phone": "+493023125001", "round": round["round"] ?? .null, "time": "1500"])
        _ = try await Self.callback(centre.call("2"))
        let list = try await centre.call("3").ask("callbacks", ["line": "help"])
        #expect(list["count"] == 2)
        #expect(
            list["callbacks"]?.elements.first == [
                "entry": "1001", "line": "help", "state": "open", "phone": "+493023125001", "name": "Ms Bergmann",
                "language": "de-DE", "subject": "sales", "wished": "2000-01-03T15:00:00+01:00",
                "made": "2000-01-03T10:00:00+01:00", "due": "2000-01-03T15:00:00+01:00", "priority": 1,
            ])
        let steps: [(String, JSONValue, String)] = [
            ("take", ["entry": "1001", "expert": "none"], "notFound"),
            ("take", ["entry": "1001", "expert": "anna"], "done"),
            ("take", ["entry": "1001", "expert": "anna"], "already"),
            ("take", ["entry": "1001", "expert": "ben"], "taken"),
            ("putBack", ["entry": "1001"], "done"), ("putBack", ["entry": "1001"], "already"),
            ("take", ["entry": "1001", "expert": "ben"], "done"),
            ("close", ["entry": "1001", "result": "reached"], "done"), ("close", ["entry": "1001"], "already"),
            ("take", ["entry": "1001", "expert": "ben"], "closed"), ("putBack", ["entry": "1001"], "closed"),
            ("close", ["entry": "9"], "notFound"), ("close", ["entry": "x"], "notFound"),
        ]
        for (method, parameters, outcome) in steps {
            let answer = try await centre.call("staff").ask(method, parameters)
            #expect(answer.text("outcome") == outcome, "\(method) \(parameters)")
        }
        let closed = try await centre.call("3").ask("callbacks", ["state": "closed"])["callbacks"]?.elements.first
        #expect(closed?.picking("takenBy", "result") == ["takenBy": "ben", "result": "reached"])
        #expect(try await centre.call("3").ask("callbacks")["count"] == 1)
        #expect(try await Self.callback(call, ["phone": "+493023125001"]).text("entry") == "1003")
    }
}
