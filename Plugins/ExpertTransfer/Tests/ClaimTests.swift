import CallControl
import GRDB
import PluginTesting
import Testing

@Suite("Never two calls at one expert, and nobody busy by a call that is gone")
struct ClaimTests {
    /// A call has the one expert who speaks English, and another asks for one.
    private static func outcome(
        after seconds: Int, settings: JSONValue = ["queue-seconds": 0], files: [String: String] = [:],
        _ meanwhile: (TestCentre, TestCall, JSONValue) async throws -> Void
    ) async throws -> String {
        let centre = try TestCentre(settings: settings, files: files)
        let call = centre.call("a")
        let attempt = try await call.begin(["skills": "english", "maxtime": 60])
        #expect(attempt["expert"] == "anna")
        try await meanwhile(centre, call, attempt)
        return try await centre.call("b").later(seconds).begin(["skills": "english"]).text("kind")
    }

    @Test("the lease is the ringing, the talk and 15 seconds", arguments: [(94, "contact"), (95, "expert")])
    func lease(seconds: Int, kind: String) async throws {
        #expect(try await Self.outcome(after: seconds) { _, _, _ in } == kind)
    }

    @Test("the expert is free when the call releases, when it ends, and when a manager says so")
    func free() async throws {
        #expect(try await Self.outcome(after: 1) { _, call, _ in _ = try await call.ask("release") } == "expert")
        #expect(try await Self.outcome(after: 1) { _, call, _ in try await call.end() } == "expert")
        #expect(
            try await Self.outcome(after: 1) { centre, _, attempt in
                _ = try await centre.call("x").ask("release", ["round": attempt["round"] ?? .null])
            } == "expert")
        #expect(
            try await Self.outcome(after: 1) { centre, _, _ in
                _ = try await centre.call("x").ask("free", ["expert": "anna"])
            } == "expert")
        #expect(
            try await Self.outcome(after: 1) { _, call, _ in _ = try await call.begin(["skills": "chinese"]) }
                == "expert")
    }

    @Test("what another call says frees nobody")
    func others() async throws {
        #expect(
            try await Self.outcome(after: 1) { centre, _, _ in
                _ = try await centre.call("x").ask("release")
                try await centre.call("x").end()
                _ = try await centre.call("x").ask("presence", ["expert": "anna", "state": "present"])
            } == "contact")
    }

    @Test("a lease of a clock that was put back does not count")
    func clock() async throws {
        #expect(try await Self.outcome(after: -100_000_000) { _, _, _ in } == "contact")
        let centre = try TestCentre(settings: ["queue-seconds": 0])
        _ = try await centre.call("a", at: "2026-01-05T10:00:00+01:00").begin(["skills": "english"])
        #expect(try await centre.call("b").begin(["skills": "english"]).text("expert") == "anna")
    }

    @Test("two who share a telephone are not rung at once, be it an expert and a contact")
    func shared() async throws {
        let files = [
            "contacts": """
            line,english,chinese,language,number,ring,days,from,to
            help,the manager,经理,en,0049 30 101,,1-7,00:00,24:00
            """
        ]
        let kind = try await Self.outcome(after: 1, files: files) { _, _, _ in }
        #expect(kind == "")
        let centre = try TestCentre(files: files)
        #expect(try await centre.call().rungs(["skills": "english"]) == ["anna", "failed"])
    }

    @Test("whatever a program does, the store itself takes no two at one telephone")
    func store() async throws {
        let centre = try TestCentre()
        _ = try await centre.call().begin()
        await #expect(throws: DatabaseError.self) {
            try await centre.execute("INSERT INTO claims SELECT number, 'x', 'x', 0 FROM claims")
        }
    }
}
