import CallControl
import OrderLookup
import PluginTesting
import Testing

@Suite("PIN check")
struct VerifyPINTests {
    private static let minute = 60_000

    @Test("the right PIN verifies")
    func right() async throws {
        let answer = try await Caller(TestLine()).verify()
        #expect(
            answer.picking("outcome", "customer", "name", "greeting", "language") == [
                "outcome": "verified", "customer": "20001", "name": "Anna Bergmann", "greeting": "Ms Bergmann",
                "language": "de",
            ])
        #expect(answer["verification"] != nil)
    }

    @Test("a number that nobody has cannot be told from one with a wrong PIN", arguments: ["20001", "99999", ""])
    func wrong(customer: String) async throws {
        let caller = Caller(try TestLine())
        #expect(try await caller.verify(customer, "000000") == ["outcome": "wrongPin", "triesLeft": 2])
        #expect(try await caller.verify(customer, "") == ["outcome": "wrongPin", "triesLeft": 1])
        #expect(try await caller.verify(customer, "4711470") == ["outcome": "locked", "lockedMinutes": 15])
        #expect(try await caller.verify(customer, "471147") == ["outcome": "locked", "lockedMinutes": 15])
    }

    @Test("the lock ends by the call's clock, holds for every call, and tries start anew")
    func lock() async throws {
        var caller = Caller(try TestLine(settings: ["pin-tries": 2, "pin-lock-minutes": 5]))
        _ = try await caller.verify("20001", "000000")
        _ = try await caller.verify("20001", "000000")
        caller.call = "2"
        caller.at = 5 * Self.minute - 1
        #expect(try await caller.verify() == ["outcome": "locked", "lockedMinutes": 1])
        #expect(try await caller.verify("20002", "258025")["outcome"] == "verified")
        caller.at = 5 * Self.minute
        #expect(try await caller.verify("20001", "000000") == ["outcome": "wrongPin", "triesLeft": 1])
        #expect(try await caller.verify()["outcome"] == "verified")
    }

    @Test("the right PIN in between clears the wrong ones")
    func cleared() async throws {
        let caller = Caller(try TestLine())
        for _ in 0..<3 {
            _ = try await caller.verify("20001", "000000")
            #expect(try await caller.verify("20001", "000000")["triesLeft"] == 1)
            #expect(try await caller.verify()["outcome"] == "verified")
        }
    }

    @Test("a lock of today does not lock calls on the virtual clock of 2000, nor the other way round")
    func otherClock() async throws {
        let line = try TestLine(settings: ["pin-tries": 1])
        let today = Caller(line, at: 26 * 365 * 86_400_000)
        #expect(try await today.verify("20001", "000000")["outcome"] == "locked")
        #expect(try await Caller(line).verify()["outcome"] == "verified")
    }

    @Test("a clock that is put back by a little does not end a lock")
    func clockPutBack() async throws {
        let line = try TestLine(settings: ["pin-tries": 1])
        _ = try await Caller(line, at: 60 * Self.minute).verify("20001", "000000")
        #expect(try await Caller(line).verify() == ["outcome": "locked", "lockedMinutes": 75])
    }

    @Test("a retry counts once; another PIN under the same invocation id is no retry")
    func retry() async throws {
        let caller = Caller(try TestLine())
        for _ in 0..<5 {
            #expect(try await caller.verify("20001", "000000", invocation: "a")["triesLeft"] == 2)
        }
        #expect(try await caller.verify("20001", "000001", invocation: "a")["triesLeft"] == 1)
        #expect(try await caller.verify(invocation: "a")["outcome"] == "verified")
        #expect(try await caller.verify("20001", "000000", invocation: "a")["triesLeft"] == 2)
    }

    @Test("of many tries at once no more than allowed are made")
    func parallel() async throws {
        let line = try TestLine(settings: ["pin-tries": 5])
        let callers = [Caller(line), Caller(try line.another(["pin-tries": 5]), call: "2")]
        let outcomes = try await withThrowingTaskGroup(of: JSONValue.self) { group in
            for number in 0..<40 {
                group.addTask { try await callers[number % 2].verify("20001", "\(100_000 + number)") }
            }
            return try await group.reduce(into: []) { $0.append($1["outcome"] ?? .null) }
        }
        #expect(outcomes.filter { $0 == "wrongPin" }.count == 4)
        #expect(outcomes.filter { $0 == "locked" }.count == 36)
        #expect(try await callers[0].verify()["outcome"] == "locked")
    }

    @Test("when the cost is raised a hash is renewed at the next right PIN")
    func renewal() async throws {
        let line = try TestLine()
        #expect(try await Caller(line).verify("20001", "000000")["outcome"] == "wrongPin")
        let costlier = Caller(try line.another(["pin-cost": 9]))
        let costs = { try line.rows("SELECT substr(pin, 1, 9) FROM customers ORDER BY number").first }
        #expect(try await costlier.verify("20001", "000000")["outcome"] == "wrongPin")
        #expect(try costs() == "scrypt$8$")
        #expect(try await costlier.verify()["outcome"] == "verified")
        #expect(try costs() == "scrypt$9$")
        #expect(try await costlier.verify()["outcome"] == "verified")
        #expect(try await Caller(line).verify()["outcome"] == "verified")
    }
}
