import CallControl
import PluginTesting
import Testing

@Suite("Moving and cancelling")
struct ChangeTests {
    private static let slot = "check.anna.2000-01-03T08:00:00Z"
    private static let later = "check.ben.2000-01-05T09:30:00Z"

    @Test("an appointment moves to the slot that is held, keeps its number, and gives its own free")
    func move() async throws {
        let desk = try TestDesk()
        let call = desk.call()
        let number = try await call.book(Self.slot)
        let hold = try await call.hold(Self.later)["hold"] ?? .null
        let change: JSONValue = ["number": .string(number), "hold": hold]
        let answer = try await call.ask("move", change, invocation: "7")
        #expect(
            answer.picking("outcome", "number", "spoken", "staff") == [
                "outcome": "done", "number": .string(number), "spoken": "Wednesday, January 5, at 10:30 AM",
                "staff": "ben",
            ])
        #expect(try await call.ask("move", change, invocation: "7") == answer)
        #expect(try await call.ask("move", change)["outcome"] == "already")
        #expect(try await call.attempt(Self.slot) == "held")
        #expect(try await call.attempt(Self.later) == "taken")
        #expect(try desk.rows("SELECT state, staff, moves FROM appointments") == ["booked|ben|1"])
    }

    @Test("without a hold nothing moves")
    func moveWithoutHold() async throws {
        let desk = try TestDesk()
        var call = desk.call()
        let number: JSONValue = .string(try await call.book(Self.slot))
        let hold = try await call.hold(Self.later)["hold"] ?? .null
        call.at = 120_000
        #expect(try await call.ask("move", ["number": number, "hold": hold])["outcome"] == "expired")
        #expect(try await call.ask("details", ["number": number])["slot"] == .string(Self.slot))
    }

    @Test("a slot that is moved to is not booked a second time by its hold")
    func holdIsSpent() async throws {
        let call = try TestDesk().call()
        let number: JSONValue = .string(try await call.book(Self.slot))
        let hold = try await call.hold(Self.later)["hold"] ?? .null
        _ = try await call.ask("move", ["number": number, "hold": hold])
        #expect(
            try await call.ask("confirm", ["hold": hold]).picking("outcome", "number") == [
                "outcome": "already", "number": number,
            ])
    }

    @Test("an appointment is cancelled once, and its slot is free")
    func cancel() async throws {
        let desk = try TestDesk()
        let call = desk.call()
        let number: JSONValue = ["number": .string(try await call.book(Self.slot))]
        let answer = try await call.ask("cancel", number, invocation: "7")
        #expect(
            answer.picking("outcome", "slot", "spoken") == [
                "outcome": "done", "slot": .string(Self.slot), "spoken": "Monday, January 3, at 9 AM",
            ])
        #expect(try await call.ask("cancel", number, invocation: "7") == answer)
        #expect(try await call.ask("cancel", number)["outcome"] == "already")
        #expect(try await call.attempt(Self.slot) == "held")
        #expect(
            try await call.ask("details", number).picking("outcome", "state", "mayChange") == [
                "outcome": "found", "state": "cancelled", "mayChange": false,
            ])
        let hold = try await call.hold(Self.later)["hold"] ?? .null
        #expect(try await call.ask("move", number.replacing(["hold": hold]))["outcome"] == "notAllowed")
    }

    @Test("what has begun stays as it was")
    func begun() async throws {
        let desk = try TestDesk()
        let number: JSONValue = ["number": .string(try await desk.call().book(Self.slot))]
        let before = desk.call("b", at: "2000-01-03T07:59:59Z")
        #expect(try await before.ask("details", number)["mayChange"] == true)
        let call = desk.call("b", at: "2000-01-03T08:00:00Z")
        #expect(
            try await call.ask("details", number).picking("state", "mayChange") == [
                "state": "booked", "mayChange": false,
            ])
        let hold = try await call.hold(Self.later)["hold"] ?? .null
        #expect(try await call.ask("cancel", number)["outcome"] == "notAllowed")
        #expect(try await call.ask("move", number.replacing(["hold": hold]))["outcome"] == "notAllowed")
        #expect(try await before.ask("cancel", number)["outcome"] == "done")
    }

    @Test(
        "numbers that there are not",
        arguments: [("12345678", "mistyped"), ("1234", "mistyped"), ("10000004", "notFound")])
    func unknown(number: String, outcome: String) async throws {
        let call = try TestDesk().call()
        let parameters: JSONValue = ["number": .string(number)]
        #expect(try await call.ask("details", parameters) == ["outcome": .string(outcome)])
        #expect(try await call.ask("cancel", parameters) == ["outcome": .string(outcome)])
        #expect(try await call.ask("move", parameters.replacing(["hold": "x"])) == ["outcome": .string(outcome)])
    }

    @Test("an appointment is found also when its member of staff no longer offers the service")
    func withdrawn() async throws {
        let desk = try TestDesk()
        let call = desk.call()
        let number: JSONValue = ["number": .string(try await call.book(Self.slot))]
        try await desk.execute("DELETE FROM skills WHERE staff = 'anna'")
        #expect(try await call.ask("details", number)["staffName"] == "Berg, Anna")
        #expect(try await call.ask("cancel", number)["outcome"] == "done")
    }
}
