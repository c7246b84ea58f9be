import CallControl
import PluginTesting
import Testing

@Suite("Holding a slot")
struct HoldTests {
    private static let slot = "check.anna.2000-01-03T08:00:00Z"
    private static let later = "check.anna.2000-01-03T08:30:00Z"

    @Test("what one call holds, no other can have, and it is told with the slot")
    func held() async throws {
        let desk = try TestDesk()
        let answer = try await desk.call("a").hold(Self.slot)
        #expect(
            answer.picking("outcome", "holdSeconds", "spoken") == [
                "outcome": "held", "holdSeconds": 120, "spoken": "Monday, January 3, at 9 AM",
            ])
        #expect(!answer.text("hold").isEmpty)
        #expect(
            try await desk.call("b").hold(Self.slot).picking("outcome", "hold", "slot") == [
                "outcome": "taken", "slot": .string(Self.slot),
            ])
        #expect(try await desk.call("b").free(["limit": 1]) == ["2000-01-03 09:30 anna"])
    }

    @Test("a slot that overlaps one that is held is taken, with the same member of staff only")
    func overlap() async throws {
        let desk = try TestDesk()
        _ = try await desk.call("a").hold("long.anna.2000-01-03T09:30:00Z")
        let attempts = [
            "long.anna.2000-01-03T08:30:00Z": "held", "long.anna.2000-01-03T08:45:00Z": "held",
            "long.anna.2000-01-03T09:00:00Z": "taken", "check.anna.2000-01-03T09:30:00Z": "taken",
            "check.anna.2000-01-03T10:00:00Z": "taken", "check.anna.2000-01-03T10:30:00Z": "held",
            "check.ben.2000-01-03T10:00:00Z": "held",
        ]
        for (slot, outcome) in attempts {
            #expect(try await desk.call("b").attempt(slot) == outcome, "\(slot)")
        }
    }

    @Test("a hold ends by the call's clock, and the hang-up's release ends it at once")
    func ends() async throws {
        let desk = try TestDesk(settings: ["hold-seconds": 30])
        var call = desk.call("a")
        let hold = try await call.hold(Self.slot)["hold"] ?? .null
        var other = desk.call("b")
        other.at = 29_999
        #expect(try await other.attempt(Self.slot) == "taken")
        other.at = 30_000
        #expect(try await other.free(["limit": 1]) == ["2000-01-03 09:00 anna"])
        #expect(try await other.attempt(Self.slot) == "held")
        call.at = 30_000
        #expect(try await call.ask("confirm", ["hold": hold]) == ["outcome": "expired"])

        _ = try await call.hold(Self.slot)
        #expect(try await other.attempt(Self.slot) == "taken")
        #expect(try await call.ask("release") == ["outcome": "done"])
        #expect(try await other.attempt(Self.slot) == "held")
        #expect(try desk.rows("SELECT count(*) FROM appointments") == ["0"])
    }

    @Test("the end of the call gives free what it holds, and nothing else")
    func callEnds() async throws {
        let desk = try TestDesk()
        let (call, other) = (desk.call("a"), desk.call("b"))
        let number = try await call.book(Self.slot)
        _ = try await call.hold(Self.later)
        _ = try await other.hold("check.anna.2000-01-03T09:00:00Z")
        for _ in 0..<2 { try await call.end() }
        #expect(try desk.rows("SELECT state, session FROM appointments ORDER BY starts") == ["booked|a", "held|b"])
        #expect(try await call.ask("details", ["number": .string(number)])["state"] == "booked")
        #expect(try await other.attempt(Self.later) == "held")
        try await desk.call("unknown").end()
    }

    @Test("asked again it is held for longer, under the same token")
    func extended() async throws {
        let desk = try TestDesk(settings: ["hold-seconds": 30])
        var call = desk.call("a")
        let first = try await call.hold(Self.slot)
        call.at = 20_000
        #expect(try await call.hold(Self.slot) == first)
        var other = desk.call("b")
        other.at = 49_999
        #expect(try await other.attempt(Self.slot) == "taken")
        other.at = 50_000
        #expect(try await other.attempt(Self.slot) == "held")
    }

    @Test("a call holds one slot at most, and keeps it when another cannot be had")
    func one() async throws {
        let desk = try TestDesk()
        let (call, other) = (desk.call("a"), desk.call("b"))
        let hold = try await call.hold(Self.slot)
        _ = try await other.hold(Self.later)
        #expect(try await call.hold(Self.later)["outcome"] == "taken")
        #expect(try await other.attempt(Self.slot) == "taken")
        _ = try await other.ask("release")
        #expect(try await call.hold(Self.later)["outcome"] == "held")
        #expect(try await other.attempt(Self.slot) == "held")
        #expect(try await call.ask("confirm", ["hold": hold["hold"] ?? .null])["outcome"] == "expired")
    }

    @Test("calls of two processes whose gateways gave them the same id are two calls")
    func sameID() async throws {
        let desk = try TestDesk()
        let call = desk.call()
        _ = try await call.hold(Self.slot, invocation: "north/1")
        #expect(try await call.hold(Self.slot, invocation: "west/1")["outcome"] == "taken")
        _ = try await call.ask("release", invocation: "west/2")
        #expect(try await call.hold(Self.slot, invocation: "west/3")["outcome"] == "taken")
        _ = try await call.ask("release", invocation: "north/2")
        #expect(try await call.hold(Self.slot, invocation: "west/4")["outcome"] == "held")
    }

    @Test(
        "slots that there are not",
        arguments: [
            ("", "notFound"), ("check", "notFound"), ("check.anna.now", "notFound"),
            ("check.nobody.2000-01-03T08:00:00Z", "notFound"), ("none.anna.2000-01-03T08:00:00Z", "notFound"),
            ("course.anna.2000-01-03T08:00:00Z", "notFound"), ("check.anna.1999-12-31T08:00:00Z", "past"),
            ("check.anna.2000-01-03T08:10:00Z", "closed"), ("check.anna.2000-01-03T11:00:00Z", "closed"),
            ("check.anna.2000-01-06T08:00:00Z", "closed"), ("check.anna.2000-01-08T08:00:00Z", "closed"),
            ("check.anna.2001-01-03T08:00:00Z", "closed"), ("check.anna.9999-12-31T08:00:00Z", "closed"),
        ] as [(String, JSONValue)])
    func noSlot(slot: String, outcome: JSONValue) async throws {
        #expect(try await TestDesk().call().hold(slot)["outcome"] == outcome)
    }

    @Test("of a service for several at once, as many hold a slot as there are seats")
    func capacity() async throws {
        let desk = try TestDesk()
        let slot = "course.ben.2000-01-05T09:00:00Z"
        for number in 1...3 {
            #expect(try await desk.call("\(number)").hold(slot)["outcome"] == "held")
        }
        #expect(try await desk.call("4").hold(slot)["outcome"] == "taken")
        #expect(try await desk.call("4").hold("check.ben.2000-01-05T09:00:00Z")["outcome"] == "taken")
        _ = try await desk.call("2").ask("release")
        #expect(try await desk.call("4").hold("check.ben.2000-01-05T09:00:00Z")["outcome"] == "taken")
        #expect(try await desk.call("4").hold(slot)["outcome"] == "held")
    }

    @Test("a hold of a call on a clock that is far ahead holds nothing up")
    func otherClock() async throws {
        let desk = try TestDesk()
        let slot = "check.anna.2000-02-01T08:00:00Z"
        _ = try await desk.call("a", at: "2000-01-31T00:00:00Z").hold(slot)
        #expect(try await desk.call("b", at: "2000-01-30T23:58:00Z").attempt(slot) == "taken")
        #expect(try await desk.call("b", at: "2000-01-30T00:00:00Z").attempt(slot) == "held")
    }

    @Test("a retry finds its hold, also when the call held something else before")
    func retry() async throws {
        let call = try TestDesk().call()
        _ = try await call.hold(Self.later)
        let first = try await call.hold(Self.slot, invocation: "7")
        #expect(try await call.hold(Self.slot, invocation: "7") == first)
        #expect(first["outcome"] == "held")
    }
}
