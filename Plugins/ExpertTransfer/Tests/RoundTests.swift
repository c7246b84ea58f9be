import CallControl
import PluginKit
import PluginTesting
import Testing

@Suite("Rounds of tries")
struct RoundTests {
    @Test("a try has what a transfer needs")
    func attempt() async throws {
        let answer = try await TestCentre().call().begin(["skills": "printer", "maxtime": 600])
        #expect(
            answer.picking("outcome", "tries", "kind", "name", "expert", "level", "dest", "connecttimeout", "maxtime")
                == [
                    "outcome": "try", "tries": 1, "kind": "expert", "name": "Anna Berg", "expert": "anna", "level": 5,
                    "dest": "tel:+4930101", "connecttimeout": "20s", "maxtime": "600s",
                ])
    }

    @Test(
        "nobody answers: best level first, each once, then the contact plan",
        arguments: [
            (["skills": "printer"], ["anna", "ben", "cleo", "the duty manager", "failed"]),
            (["skills": "printer chinese"], ["ben", "cleo", "the duty manager", "failed"]),
            (["skills": "printer", "wishes": "chinese"], ["ben", "cleo", "anna", "the duty manager", "failed"]),
            (["group": "gold"], ["cleo", "anna", "ben", "the duty manager", "failed"]),
            (["skills": "violin"], ["the duty manager", "failed"]),
        ] as [(JSONValue, [String])])
    func order(parameters: JSONValue, rungs: [String]) async throws {
        #expect(try await TestCentre().call().rungs(parameters) == rungs)
    }

    @Test("among equals, who has been idle longest")
    func idle() async throws {
        let centre = try TestCentre(settings: ["rest-seconds": 0])
        var experts: [String] = []
        for number in 0..<4 {
            let call = centre.call("\(number)").later(number * 60)
            let attempt = try await call.begin(["skills": "english"])
            experts.append(attempt.text("expert"))
            _ = try await call.next(attempt, "far_end_disconnect")
            let other = try await call.begin(["skills": "printer"])
            experts.append(other.text("expert"))
            _ = try await call.next(other, "far_end_disconnect")
        }
        #expect(experts == ["anna", "ben", "anna", "ben", "anna", "ben", "anna", "ben"])
    }

    @Test("who did not answer comes after all others for a while, or until the expert says to be present")
    func rest() async throws {
        let centre = try TestCentre()
        let call = centre.call()
        let first = try await call.begin(["skills": "printer", "wishes": "english"])
        let second = try await call.next(first, "noanswer")
        #expect([first, second].map { $0.text("expert") } == ["anna", "ben"])
        _ = try await call.next(second, "near_end_disconnect")
        #expect(try await centre.call("2").later(59).begin(["wishes": "english"]).text("expert") != "anna")
        #expect(try await centre.call("3").later(61).begin(["wishes": "english"]).text("expert") == "anna")
        try await centre.call("3").end()
        _ = try await centre.call("4").ask("presence", ["expert": "anna", "state": "present"])
        #expect(try await centre.call("5").begin(["wishes": "english"]).text("expert") == "anna")
    }

    @Test(
        "an outcome ends the round, or another is tried",
        arguments: [
            ("busy", "ben"), ("noanswer", "ben"), ("network_busy", "ben"), ("unknown", "ben"),
            ("error.connection.noroute", "ben"), ("error.connection.baddestination", "ben"),
            ("near_end_disconnect", ""), ("far_end_disconnect", ""), ("network_disconnect", ""),
            ("maxtime_disconnect", ""), ("answered", ""), ("connection.disconnect.transfer", ""),
        ])
    func outcomes(outcome: String, expert: String) async throws {
        let centre = try TestCentre()
        let call = centre.call()
        let answer = try await call.next(call.begin(["skills": "printer"]), outcome)
        #expect(answer.text("outcome") == (expert.isEmpty ? "done" : "try"))
        #expect(answer.text("expert") == expert)
        #expect(try centre.rows("SELECT count(*) FROM claims") == [expert.isEmpty ? "0" : "1"])
        #expect(try centre.rows("SELECT outcome FROM tries WHERE ended IS NOT NULL") == [outcome])
    }

    @Test("a round that is over has no next try")
    func expired() async throws {
        let call = try TestCentre().call()
        let attempt = try await call.begin()
        _ = try await call.next(attempt, "far_end_disconnect")
        #expect(try await call.next(attempt, "busy") == ["outcome": "expired"])
        #expect(try await call.next(["round": "none"], "busy") == ["outcome": "expired"])
    }

    @Test("outside the hours there is the contact plan, each contact in its hours, also of holidays")
    func contacts() async throws {
        let centre = try TestCentre()
        let cases = [
            ("2000-01-03T17:00:00+01:00", ["the engineer on call", "the duty manager", "failed"]),
            ("2000-01-04T03:00:00+01:00", ["the engineer on call", "failed"]),
            ("2000-01-06T12:00:00+01:00", ["the engineer on call", "the duty manager", "failed"]),
            ("2000-01-09T05:00:00+01:00", ["the engineer on call", "failed"]),
        ]
        for (time, rungs) in cases {
            #expect(try await centre.call(at: time).rungs() == rungs, "\(time)")
        }
        let contact = try await centre.call(at: "2000-01-04T03:00:00+01:00").begin(["language": "zh-CN"])
        #expect(
            contact.picking("kind", "name", "dest", "connecttimeout", "whisper") == [
                "kind": "contact", "name": "值班工程师", "dest": "tel:+49172201", "connecttimeout": "25s",
                "whisper": "帮助专线来电。未知客户。",
            ])
    }

    @Test("why there is nobody")
    func nobody() async throws {
        let centre = try TestCentre(files: ["contacts": "line,english,chinese,language,number,ring,days,from,to"])
        let night = centre.call(at: "2000-01-05T20:00:00+01:00")
        #expect(
            try await night.begin().picking("outcome", "reason", "opens", "opensSpoken") == [
                "outcome": "nobody", "reason": "closed", "opens": "2000-01-07T09:00:00+01:00",
                "opensSpoken": "Friday, January 7, at 9 AM",
            ])
        #expect(try await centre.call().rungs(["skills": "violin"]) == ["offDuty"])
        #expect(try await centre.call().rungs(["skills": "english"]) == ["anna", "failed"])
    }

    @Test(
        "who is on duty, also when the shift began the day before",
        arguments: [
            ("2000-01-03T22:00:00+01:00", "dora"), ("2000-01-04T05:59:00+01:00", "dora"),
            ("2000-01-08T05:59:00+01:00", "dora"), ("2000-01-03T05:00:00+01:00", "anna"),
            ("2000-01-04T06:00:00+01:00", "anna"),
        ])
    func duty(time: String, expert: String) async throws {
        let centre = try TestCentre()
        _ = try await centre.call().ask("presence", ["expert": "cleo", "state": "away"])
        let attempt = try await centre.call(at: time).begin(line: "always")
        #expect(attempt.text("expert") == expert)
    }

    @Test("asked twice in one invocation, a try is made once")
    func retries() async throws {
        let centre = try TestCentre()
        let call = centre.call()
        let first = try await call.ask("begin", ["line": "help"], invocation: "1")
        #expect(try await call.ask("begin", ["line": "help"], invocation: "1") == first)
        let second = try await call.next(first, "busy", invocation: "2")
        #expect(try await call.next(first, "busy", invocation: "2") == second)
        #expect(second["tries"] == 2)
        let done = try await call.next(first, "answered", invocation: "3")
        #expect(try await call.next(first, "answered", invocation: "3") == done)
        #expect(try centre.rows("SELECT who, outcome FROM tries").count == 2)
        // A rerun on the virtual clock has the same ids, but the telephone is to be claimed anew.
        let rerun = try await call.ask("begin", ["line": "help"], invocation: "1")
        #expect(rerun["outcome"] == "try")
        #expect(try centre.rows("SELECT count(*) FROM claims") == ["1"])
    }

    @Test("a talk can only be let last for a time that there is", arguments: [59, 14_401])
    func maxtime(seconds: Int) async throws {
        let answer = try await TestCentre().call().answer(
            "begin", ["line": "help", "maxtime": .number(Double(seconds))], invocation: "1")
        #expect(
            answer
                == .failure(
                    what: PluginFailure.badparameter, message: "the parameter 'maxtime' is not from 60 to 14400"))
    }
}
