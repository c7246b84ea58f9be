import CallControl
import PluginTesting
import Testing

@Suite("What needs a PIN check")
struct VerificationTests {
    private static let calls: [(method: String, parameters: JSONValue)] = [
        ("orders", [:]), ("details", ["order": "1001"]), ("cancel", ["order": "1001"]),
        ("changeQuantity", ["order": "1001", "item": 1, "quantity": 2]),
        ("changeDate", ["order": "1001", "date": "20000110"]), ("offerAgain", ["order": "1001"]),
        ("offer", ["article": "210", "quantity": 1]),
    ]

    private func ask(_ caller: Caller, _ index: Int, _ verification: JSONValue) async throws -> JSONValue? {
        let (method, parameters) = Self.calls[index]
        guard case .object(let members) = parameters else { return nil }
        return try await caller.ask(method, .object(members + [.init("verification", verification)]))["outcome"]
    }

    @Test("without one nothing is told or changed", arguments: calls.indices)
    func none(index: Int) async throws {
        let line = try TestLine()
        #expect(try await ask(Caller(line), index, "") == "notVerified")
        #expect(try line.rows("SELECT * FROM changes") == [])
    }

    @Test("a check is good for its own call and for its minutes", arguments: calls.indices)
    func bounds(index: Int) async throws {
        var caller = Caller(try TestLine(settings: ["verification-minutes": 2]))
        let verification = try await caller.verification()
        caller.call = "2"
        #expect(try await ask(caller, index, verification) == "notVerified")
        caller.call = "1"
        caller.at = 120_000
        #expect(try await ask(caller, index, verification) == "notVerified")
        caller.at = 119_999
        #expect(["found", "done", "offered"].contains(try await ask(caller, index, verification)))
    }

    @Test("an order of another customer is not found", arguments: calls.indices.dropFirst().dropLast())
    func others(index: Int) async throws {
        let line = try TestLine()
        let caller = Caller(line)
        #expect(try await ask(caller, index, caller.verification("20002", "258025")) == "notFound")
        #expect(try line.rows("SELECT * FROM changes") == [])
    }
}
