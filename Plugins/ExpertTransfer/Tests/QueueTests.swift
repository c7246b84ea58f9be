import CallControl
import PluginTesting
import Testing

@Suite("Waiting while all experts talk")
struct QueueTests {
    @Test("the caller waits, is told the place, and gets who is free first")
    func wait() async throws {
        let centre = try TestCentre()
        let talking = centre.call("a")
        let talk = try await talking.begin(["skills": "english"])
        let waiting = centre.call("b")
        let first = try await waiting.begin(["skills": "english"])
        #expect(
            first.picking("outcome", "position", "waitedSeconds") == [
                "outcome": "wait", "position": 1, "waitedSeconds": 0,
            ])
        let second = try await waiting.later(10).next(first)
        #expect(
            second.picking("outcome", "position", "waitedSeconds") == [
                "outcome": "wait", "position": 1, "waitedSeconds": 10,
            ])
        _ = try await talking.next(talk, "far_end_disconnect")
        let third = try await waiting.later(20).next(second)
        #expect(third.picking("outcome", "expert") == ["outcome": "try", "expert": "anna"])
        #expect(third["screen"]?["waitedSeconds"] == 20)
        #expect(third.text("whisper") == "Call for the help line. Unknown customer. Waited 20 seconds.")
    }

    @Test("better priority goes first, then who waits longer; who does not ask again for long waits no more")
    func order() async throws {
        let centre = try TestCentre()
        let talk = try await centre.call("talk").begin(["skills": "english"])
        var attempts: [String: JSONValue] = [:]
        for (number, type) in ["service", "buying", "service"].enumerated() {
            let call = centre.call(type + "\(number)").later(number)
            attempts[call.call] = try await call.begin(["skills": "english", "callType": .string(type)])
        }
        #expect(attempts["service0"]?["position"] == 1)
        #expect(attempts["buying1"]?["position"] == 1)
        #expect(attempts["service2"]?["position"] == 3)
        _ = try await centre.call("talk").later(5).next(talk, "far_end_disconnect")

        func ask(_ id: String, after seconds: Int) async throws -> String {
            let answer = try await centre.call(id).later(seconds).next(attempts[id] ?? .null)
            return answer.text("outcome")
        }
        #expect(try await ask("service0", after: 6) == "wait")
        #expect(try await ask("service2", after: 6) == "wait")
        let new = try await centre.call("new").later(6).begin(["skills": "english", "callType": "service"])
        #expect(new["outcome"] == "wait")
        // The one that is first has hung up without a word, and half a minute has passed since it asked.
        #expect(try await ask("service2", after: 32) == "wait")
        #expect(try await ask("service0", after: 33) == "try")
    }

    @Test("who waits does not hold up callers who want somebody else")
    func others() async throws {
        let centre = try TestCentre()
        _ = try await centre.call("a").begin(["skills": "english"])
        #expect(try await centre.call("b").begin(["skills": "english"]).text("outcome") == "wait")
        #expect(try await centre.call("c").begin(["skills": "printer"]).text("expert") == "ben")
        #expect(try await centre.call("d").begin(["skills": "printer"]).text("expert") == "cleo")
    }

    @Test("when the caller has waited for long enough, it is the contact plan's turn, and then there is nobody")
    func patience() async throws {
        let centre = try TestCentre(settings: ["queue-seconds": 30])
        for id in ["a", "b", "c"] { #expect(try await centre.call(id).begin().text("outcome") == "try") }
        let call = centre.call("d")
        var attempt = try await call.begin()
        attempt = try await call.later(29).next(attempt)
        #expect(attempt["outcome"] == "wait")
        attempt = try await call.later(30).next(attempt)
        #expect(attempt.text("name") == "the duty manager")
        let other = centre.call("e")
        var waiting = try await other.begin()
        #expect(waiting["outcome"] == "wait")
        waiting = try await other.later(30).next(waiting)
        #expect(waiting.picking("outcome", "reason") == ["outcome": "nobody", "reason": "talking"])
        attempt = try await call.later(31).next(attempt, "busy")
        #expect(attempt.picking("outcome", "reason") == ["outcome": "nobody", "reason": "failed"])
    }

    @Test("without patience nobody waits")
    func none() async throws {
        let centre = try TestCentre(settings: ["queue-seconds": 0])
        _ = try await centre.call("a").begin(["skills": "english"])
        #expect(try await centre.call("b").rungs(["skills": "english"]) == ["the duty manager", "failed"])
    }
}
