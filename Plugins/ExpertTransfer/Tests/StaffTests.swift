import CallControl
import PluginKit
import PluginTesting
import Testing

@Suite("Presence, and what staff see")
struct StaffTests {
    @Test("who is not present is not rung, for as long as said", arguments: ["away", "break", "busy"])
    func presence(state: String) async throws {
        let centre = try TestCentre()
        let call = centre.call()
        #expect(
            try await call.ask("presence", ["expert": "anna", "state": .string(state), "minutes": 15]) == [
                "outcome": "done", "expert": "anna", "name": "Anna Berg", "number": "+4930101",
                "presence": .string(state), "onDuty": true, "state": "away", "groups": "desk",
                "skills": "english:3 printer:5", "until": "2000-01-03T10:15:00+01:00",
            ])
        #expect(try await call.begin(["skills": "english"]).text("kind") == "contact")
        #expect(try await call.later(899).begin(["skills": "english"]).text("kind") == "contact")
        #expect(try await call.later(900).begin(["skills": "english"]).text("expert") == "anna")
    }

    @Test("without minutes, until the expert is present again")
    func present() async throws {
        let centre = try TestCentre()
        _ = try await centre.call("1").ask("presence", ["expert": "anna", "state": "away"])
        #expect(try await centre.call("2").later(90_000).begin(["skills": "english"]).text("kind") == "contact")
        _ = try await centre.call("3").ask("presence", ["expert": "anna", "state": "present", "minutes": 5])
        #expect(try await centre.call("4").later(90_000).begin(["skills": "english"]).text("expert") == "anna")
    }

    @Test(
        "mistakes",
        arguments: [
            (["expert": "none", "state": "away"], "notFound"), (["expert": "anna", "state": "asleep"], "badState"),
        ] as [(JSONValue, String)])
    func mistakes(parameters: JSONValue, outcome: String) async throws {
        #expect(try await TestCentre().call().ask("presence", parameters) == ["outcome": .string(outcome)])
    }

    @Test("what each expert does now")
    func experts() async throws {
        let centre = try TestCentre()
        let attempt = try await centre.call().begin(["skills": "english"])
        _ = try await centre.call("2").ask("presence", ["expert": "ben", "state": "break"])
        let all = try await centre.call("3").ask("experts", ["language": "zh"])
        #expect(
            all["experts"]?.elements.map { "\($0.text("name")) \($0.text("state"))" } == [
                "安娜 taken", "本 away", "吴女士 free", "多拉 offDuty",
            ])
        #expect(try await centre.call("3").ask("experts", ["group": "gold"])["count"] == 2)
        #expect(try await centre.call("3").ask("experts", ["line": "help"])["count"] == 3)
        #expect(try await centre.call("3").ask("experts", ["line": "none"])["count"] == 0)
        _ = try await centre.call().next(attempt, "far_end_disconnect")
        let freed = try await centre.call("4").ask("free", ["expert": "anna"])
        #expect(freed.picking("outcome", "state") == ["outcome": "done", "state": "free"])
        #expect(try await centre.call("4").ask("free", ["expert": "none"]) == ["outcome": "notFound"])
    }

    @Test("who was rung on a day, and what came of it")
    func tries() async throws {
        let centre = try TestCentre()
        let call = centre.call()
        let first = try await call.begin(["skills": "english"])
        let second = try await call.later(20).next(first, "noanswer")
        _ = try await call.later(80).next(second, "far_end_disconnect")
        _ = try await centre.call("2").later(90).begin(["skills": "english"])
        let answer = try await centre.call("3").ask("tries", ["line": "help"])
        #expect(
            answer["tries"]?.elements == [
                [
                    "at": "2000-01-03T10:00:00+01:00", "to": "anna", "kind": "expert", "outcome": "noanswer",
                    "seconds": 20,
                ],
                [
                    "at": "2000-01-03T10:00:20+01:00", "to": "the duty manager", "kind": "contact",
                    "outcome": "far_end_disconnect", "seconds": 60,
                ],
                ["at": "2000-01-03T10:01:30+01:00", "to": "anna", "kind": "expert"],
            ])
        #expect(try await call.ask("tries", ["line": "help", "limit": 1])["count"] == 1)
        #expect(try await call.ask("tries", ["line": "help", "date": "2000-01-04"]).text("outcome") == "none")
        #expect(try await call.ask("tries", ["line": "none"]) == ["outcome": "notFound"])
    }

    @Test(
        "a state or a time that cannot be is the mistake of who asks",
        arguments: [
            ("callbacks", ["state": "lost"], "the parameter 'state' is not open, taken or closed"),
            (
                "presence", ["expert": "anna", "state": "away", "minutes": 0],
                "the parameter 'minutes' is not from 1 to 100000"
            ),
        ] as [(String, JSONValue, String)])
    func badParameters(method: String, parameters: JSONValue, message: String) async throws {
        let answer = try await TestCentre().call().answer(method, parameters, invocation: "1")
        #expect(answer == .failure(what: PluginFailure.badparameter, message: message))
    }
}
