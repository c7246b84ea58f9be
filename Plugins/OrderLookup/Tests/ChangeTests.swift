import CallControl
import OrderLookup
import PluginTesting
import Testing

@Suite("Changes to an order")
struct ChangeTests {
    private static func parameters(_ verification: JSONValue, _ order: String, _ more: JSONValue) -> JSONValue {
        guard case .object(let members) = more else { return .null }
        return .object([.init("verification", verification), .init("order", .string(order))] + members)
    }

    private func change(
        _ caller: Caller, _ method: String, _ order: String, _ more: JSONValue = [:]
    ) async throws -> JSONValue {
        try await caller.ask(method, Self.parameters(caller.verification(), order, more))
    }

    @Test(
        "an order is cancelled while it is received or packed",
        arguments: [
            ("1001", "done", "cancelled"), ("1002", "done", "cancelled"), ("1003", "notAllowed", "shipped"),
            ("1004", "notAllowed", "delivered"), ("1005", "already", "cancelled"),
        ])
    func cancel(order: String, outcome: String, state: String) async throws {
        let line = try TestLine()
        let caller = Caller(line)
        let answer = try await change(caller, "cancel", order)
        #expect(
            answer.picking("outcome", "order", "state") == [
                "outcome": .string(outcome), "order": .string(order), "state": .string(state),
            ])
        #expect(try await caller.ask("status", ["order": .string(order)])["state"] == .string(state))
        #expect(try line.rows("SELECT * FROM changes").count == (outcome == "done" ? 1 : 0))
    }

    @Test(
        "a quantity is changed while the order is received",
        arguments: [
            ("1001", 1, 3, "done", 3), ("1001", 1, 1, "already", 1), ("1001", 1, 0, "badQuantity", 1),
            ("1001", 1, 100, "badQuantity", 1), ("1001", 2, 99, "done", 99), ("1001", 9, 2, "noSuchItem", nil),
            ("1001", 0, 2, "noSuchItem", nil), ("1002", 1, 2, "notAllowed", nil), ("1005", 1, 2, "notAllowed", nil),
        ] as [(String, Int, Int, String, Int?)])
    func quantity(order: String, item: Int, quantity: Int, outcome: String, stands: Int?) async throws {
        let line = try TestLine()
        let answer = try await change(
            Caller(line), "changeQuantity", order,
            ["item": .number(Double(item)), "quantity": .string(String(quantity))])
        #expect(answer["outcome"] == .string(outcome))
        #expect(answer["quantity"] == stands.map { .number(Double($0)) })
        #expect(try line.rows("SELECT * FROM changes").count == (outcome == "done" ? 1 : 0))
    }

    @Test("a change of quantity tells the new amount")
    func amount() async throws {
        let answer = try await change(
            Caller(TestLine()), "changeQuantity", "1001", ["item": 2, "quantity": 3])
        #expect(
            answer.picking("title", "amount", "amountSpoken") == [
                "title": "Tea \"Darjeeling\", 250 g", "amount": "87.25", "amountSpoken": "87 euros and 25 cents",
            ])
    }

    @Test(
        "a delivery is moved to a day that can be had, while the order is received or packed",
        arguments: [
            ("1001", "20000110", "done", "2000-01-10"), ("1002", "2000-01-10", "done", "2000-01-10"),
            ("1001", "0110", "done", "2000-01-10"), ("1001", "20000102", "done", "2000-01-02"),
            ("1001", "20000301", "done", "2000-03-01"), ("1001", "20000302", "tooLate", "2000-01-05"),
            ("1001", "20000101", "tooSoon", "2000-01-05"), ("1001", "19990105", "tooSoon", "2000-01-05"),
            ("1001", "0101", "tooLate", "2000-01-05"), ("1001", "20000105", "already", "2000-01-05"),
            ("1001", "0105", "already", "2000-01-05"), ("1001", "20000230", "badDate", "2000-01-05"),
            ("1001", "1301", "badDate", "2000-01-05"), ("1001", "1", "badDate", "2000-01-05"),
            ("1003", "20000110", "notAllowed", "2000-01-02"), ("1005", "20000110", "notAllowed", "1999-11-17"),
        ])
    func date(order: String, date: String, outcome: String, stands: String) async throws {
        let line = try TestLine()
        let answer = try await change(Caller(line), "changeDate", order, ["date": .string(date)])
        #expect(answer.picking("outcome", "delivery") == ["outcome": .string(outcome), "delivery": .string(stands)])
        #expect((answer["earliestSpoken"] == "Sunday, January 2") == outcome.hasPrefix("too"))
        #expect((answer["latest"] == "2000-03-01") == outcome.hasPrefix("too"))
        #expect(try line.rows("SELECT * FROM changes").count == (outcome == "done" ? 1 : 0))
    }

    @Test("29 February without a year is the next there is")
    func leapDay() async throws {
        let line = try TestLine(settings: ["delivery-days": 3650])
        let caller = Caller(line, at: 200 * 86_400_000)
        #expect(try await change(caller, "changeDate", "1001", ["date": "0229"])["delivery"] == "2004-02-29")
    }

    @Test(
        "an order that there is not",
        arguments: [
            ("cancel", [:]), ("changeQuantity", ["item": 1, "quantity": 1]), ("changeDate", ["date": "20000110"]),
        ] as [(String, JSONValue)])
    func notFound(method: String, more: JSONValue) async throws {
        #expect(try await change(Caller(TestLine()), method, "9999", more) == ["outcome": "notFound"])
    }

    @Test("each change is written down: what, for whom, from where, when")
    func record() async throws {
        let line = try TestLine()
        let caller = Caller(line, from: "tel:+15550100", at: 5)
        let verification = try await caller.verification()
        for (number, call) in [
            ("changeQuantity", ["item": 2, "quantity": 3]), ("changeDate", ["date": "20000110"]), ("cancel", [:]),
        ].enumerated() as EnumeratedSequence<[(String, JSONValue)]> {
            _ = try await caller.ask(
                call.0, Self.parameters(verification, "1001", call.1), invocation: "\(number)")
        }
        let who = "20001|tel:+15550100|946684800005"
        #expect(
            try line.rows(
                """
                SELECT orderNumber, kind, item, before, after, invocation, customer, caller, CAST(at AS TEXT)
                FROM changes
                """) == [
                    "1001|quantity|2|2|3|1/0|\(who)", "1001|date|-|2000-01-05|2000-01-10|1/1|\(who)",
                    "1001|cancel|-|received|cancelled|1/2|\(who)",
                ])
    }

    @Test(
        "asked twice in one invocation it is done once and answered alike; asked again it is already so",
        arguments: [
            ("cancel", [:]), ("changeQuantity", ["item": 1, "quantity": 3]), ("changeDate", ["date": "20000110"]),
        ] as [(String, JSONValue)])
    func twice(method: String, more: JSONValue) async throws {
        let line = try TestLine()
        let caller = Caller(line)
        let parameters = Self.parameters(try await caller.verification(), "1001", more)
        let first = try await caller.ask(method, parameters, invocation: "a")
        #expect(first["outcome"] == "done")
        #expect(try await caller.ask(method, parameters, invocation: "a") == first)
        // A retry after a crash reaches another process.
        #expect(try await Caller(line.another()).ask(method, parameters, invocation: "a") == first)
        let again = try await caller.ask(method, parameters, invocation: "b")
        #expect(again["outcome"] == "already")
        #expect(try line.rows("SELECT * FROM changes").count == 1)
    }

    @Test("another question under the same invocation id is another question")
    func sameIdOtherQuestion() async throws {
        let caller = Caller(try TestLine())
        let verification = try await caller.verification()
        let first = try await caller.ask("cancel", Self.parameters(verification, "1001", [:]), invocation: "a")
        let second = try await caller.ask("cancel", Self.parameters(verification, "1002", [:]), invocation: "a")
        #expect([first["order"], second["order"]] == ["1001", "1002"])
        #expect([first["outcome"], second["outcome"]] == ["done", "done"])
    }
}
