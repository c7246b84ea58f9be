import CallControl
import PluginStore
import PluginTesting
import Testing

@testable import AppointmentBooking

@Suite("Booking")
struct ConfirmTests {
    private static let slot = "check.anna.2000-01-03T08:00:00Z"

    @Test("a hold becomes an appointment with a number that can be said")
    func booked() async throws {
        let desk = try TestDesk()
        var call = desk.call("a")
        let hold = try await call.hold(Self.slot)["hold"] ?? .null
        let answer = try await call.ask("confirm", ["hold": hold, "customer": "4711"])
        let number = answer.text("number")
        #expect(
            answer.picking("outcome", "spoken", "staffName") == [
                "outcome": "booked", "spoken": "Monday, January 3, at 9 AM", "staffName": "Berg, Anna",
            ])
        #expect(number.count == 8 && answer.text("numberSpoken").count == 16)
        #expect(answer.text("numberSpoken").filter(\.isNumber) == number)
        #expect(
            try desk.rows("SELECT state, number, phone, customer FROM appointments") == [
                "booked|\(number)|+493023125001|4711"
            ])

        // It stays, long after the hold would have ended and after the hang-up.
        call.at = 3_600_000
        _ = try await call.ask("release")
        #expect(try await desk.call("b").attempt(Self.slot) == "taken")
        #expect(
            try await desk.call("b").ask("details", ["number": .string(number)])
                .picking("outcome", "state", "mayChange", "slot") == [
                    "outcome": "found", "state": "booked", "mayChange": true, "slot": .string(Self.slot),
                ])
    }

    @Test("a retry answers the same; another invocation hears that it stands already")
    func twice() async throws {
        let desk = try TestDesk()
        let call = desk.call()
        let hold = try await call.hold(Self.slot)["hold"] ?? .null
        let first = try await call.ask("confirm", ["hold": hold], invocation: "2")
        #expect(try await call.ask("confirm", ["hold": hold], invocation: "2") == first)
        let second = try await call.ask("confirm", ["hold": hold], invocation: "3")
        #expect(second.picking("outcome", "number") == ["outcome": "already", "number": first["number"] ?? .null])
        #expect(try desk.rows("SELECT count(*) FROM appointments") == ["1"])
    }

    @Test("a hold that there is not", arguments: ["", "x"])
    func unknown(hold: String) async throws {
        #expect(try await TestDesk().call().ask("confirm", ["hold": .string(hold)]) == ["outcome": "expired"])
    }

    @Test("a number to call back goes before the calling one; a hidden one is none")
    func phone() async throws {
        let desk = try TestDesk()
        let call = desk.call("a", from: "anonymous")
        for (slot, phone) in [(Self.slot, nil), ("check.anna.2000-01-03T08:30:00Z", "0049 (30) 1234")] {
            let hold = try await call.hold(slot)["hold"] ?? .null
            _ = try await call.ask("confirm", ["hold": hold, "phone": phone.map { .string($0) } ?? .null])
        }
        #expect(try desk.rows("SELECT phone FROM appointments ORDER BY id") == ["-", "+49301234"])
    }

    @Test("of a number one wrong digit, or two in the wrong order, show; so do other lengths")
    func numbers() async throws {
        let call = try TestDesk().call()
        let number = try await call.book(Self.slot)
        let digits = Array(number)
        for place in 0..<8 {
            for other in "0123456789" where other != digits[place] {
                var wrong = digits
                wrong[place] = other
                #expect(try await call.ask("details", ["number": .string(String(wrong))]) == ["outcome": "mistyped"])
            }
        }
        for place in 0..<7 where digits[place] != digits[place + 1] {
            var wrong = digits
            wrong.swapAt(place, place + 1)
            #expect(ConfirmationNumber(String(wrong)) == nil)
        }
        for wrong in ["", "1", number + "0", "1234567x"] { #expect(ConfirmationNumber(wrong) == nil) }
        #expect(ConfirmationNumber(number)?.digits == number)
    }

    @Test("another run of the same call on the virtual clock gets another number for another appointment")
    func rerun() async throws {
        let call = try TestDesk().call()
        var numbers: Set<String> = []
        for _ in 0..<5 {
            let hold = try await call.hold(Self.slot, invocation: "1")["hold"] ?? .null
            let answer = try await call.ask("confirm", ["hold": hold], invocation: "2")
            #expect(answer["outcome"] == "booked")
            numbers.insert(answer.text("number"))
            let number: JSONValue = ["number": answer["number"] ?? .null]
            #expect(try await call.ask("cancel", number, invocation: "3")["outcome"] == "done")
        }
        #expect(numbers.count == 5)
    }
}
