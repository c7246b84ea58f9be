import CallControl
import PluginTesting
import Testing

@Suite("Details and lists of orders")
struct DetailsTests {
    @Test("an order with its items, amounts and dates")
    func details() async throws {
        let caller = Caller(try TestLine())
        let answer = try await caller.ask("details", ["verification": caller.verification(), "order": "1001"])
        #expect(
            answer == [
                "outcome": "found", "order": "1001", "orderSpoken": "1 0 0 1", "state": "received",
                "stateSpoken": "has been received", "delivery": "2000-01-05", "deliverySpoken": "Wednesday, January 5",
                "mayCancel": true, "mayChangeQuantity": true, "mayChangeDate": true, "ordered": "1999-12-31",
                "orderedSpoken": "Friday, December 31, 1999", "amount": "74.80", "cents": 7480, "currency": "EUR",
                "amountSpoken": "74 euros and 80 cents", "itemCount": 2,
                "items": [
                    [
                        "item": 1, "article": "K-210", "title": "Kettle", "quantity": 1, "price": "49.90",
                        "priceSpoken": "49 euros and 90 cents", "amount": "49.90", "cents": 4990,
                        "amountSpoken": "49 euros and 90 cents",
                    ],
                    [
                        "item": 2, "article": "T-034", "title": "Tea \"Darjeeling\", 250 g", "quantity": 2,
                        "price": "12.45", "priceSpoken": "12 euros and 45 cents", "amount": "24.90", "cents": 2490,
                        "amountSpoken": "24 euros and 90 cents",
                    ],
                ],
            ])
    }

    @Test("an order that there is not")
    func notFound() async throws {
        let caller = Caller(try TestLine())
        let answer = try await caller.ask("details", ["verification": caller.verification(), "order": "9999"])
        #expect(answer == ["outcome": "notFound"])
    }

    @Test(
        "the list has the newest first, as many as are asked for, and the count of all",
        arguments: [
            (nil, 5), (2, 2), (0, 1), (-1, 1), (1000, 5),
        ] as [(Int?, Int)])
    func list(limit: Int?, listed: Int) async throws {
        let caller = Caller(try TestLine())
        let answer = try await caller.ask(
            "orders",
            ["verification": caller.verification(), "limit": limit.map { .number(Double($0)) } ?? .null])
        #expect(answer.picking("outcome", "count") == ["outcome": "found", "count": 5])
        #expect(
            answer["orders"]?.elements.map { $0["order"] }
                == ["1001", "1002", "1003", "1004", "1005"].prefix(listed).map { .string($0) })
        #expect(answer["orders"]?.elements.first?["amountSpoken"] == "74 euros and 80 cents")
    }

    @Test("a customer without orders")
    func none() async throws {
        let caller = Caller(try TestLine())
        let answer = try await caller.ask("orders", ["verification": caller.verification("20003", "888888")])
        #expect(answer == ["outcome": "none", "count": 0, "orders": []])
    }
}
