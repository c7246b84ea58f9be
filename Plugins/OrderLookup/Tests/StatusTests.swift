import CallControl
import PluginTesting
import Testing

@Suite("Order status")
struct StatusTests {
    @Test("whoever knows the number hears where the order is")
    func found() async throws {
        let answer = try await Caller(TestLine()).ask("status", ["order": "1001"])
        #expect(
            answer == [
                "found": true, "order": "1001", "orderSpoken": "1 0 0 1", "state": "received",
                "stateSpoken": "has been received", "delivery": "2000-01-05", "deliverySpoken": "Wednesday, January 5",
                "mayCancel": true, "mayChangeQuantity": true, "mayChangeDate": true,
            ])
    }

    @Test(
        "what can be changed depends on the state",
        arguments: [
            ("1001", "received", true, true), ("1002", "packed", true, false), ("1003", "shipped", false, false),
            ("1004", "delivered", false, false), ("1005", "cancelled", false, false),
        ])
    func states(order: String, state: String, mayCancel: Bool, mayChangeQuantity: Bool) async throws {
        let answer = try await Caller(TestLine()).ask("status", ["order": .string(order)])
        #expect(
            answer.picking("state", "mayCancel", "mayChangeQuantity", "mayChangeDate") == [
                "state": .string(state), "mayCancel": .bool(mayCancel), "mayChangeQuantity": .bool(mayChangeQuantity),
                "mayChangeDate": .bool(mayCancel),
            ])
    }

    @Test("a number that no order has is a field", arguments: ["9999", "", "0", "1001 OR 1=1"])
    func notFound(order: String) async throws {
        #expect(try await Caller(TestLine()).ask("status", ["order": .string(order)]) == ["found": false])
    }

    @Test("a day of another year is said with its year")
    func year() async throws {
        let answer = try await Caller(TestLine()).ask("status", ["order": "1004"])
        #expect(answer["deliverySpoken"] == "Wednesday, December 1, 1999")
    }
}
