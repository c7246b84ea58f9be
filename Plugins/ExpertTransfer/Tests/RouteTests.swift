import CallControl
import PluginTesting
import Testing

@Suite("Customer value by call type")
struct RouteTests {
    @Test(
        "the matrix gives group and priority",
        arguments: [
            (["callType": "buying"], "*", "desk", 5),
            (["callType": "service", "segment": "gold"], "gold", "desk", 7),
            (["callType": "buying", "segment": "gold"], "gold", "gold", 1),
            (["callType": "buying", "segment": "unheard-of"], "unheard-of", "desk", 5),
            (["callType": "buying", "segment": "new"], "new", "gold", 3),
            (["callType": "unheard-of"], "*", "desk", 5), (["segment": "new"], "new", "gold", 3),
            ([:], "*", "desk", 5), (["line": "always"], "*", "gold", 5),
            (["callType": "buying", "group": "gold"], "*", "gold", 5),
        ] as [(JSONValue, String, String, Int)])
    func matrix(parameters: JSONValue, segment: String, group: String, priority: Int) async throws {
        let line: JSONValue = ["line": "help"]
        let answer = try await TestCentre().call().ask("route", line.replacing(parameters))
        #expect(
            answer.picking("outcome", "segment", "group", "priority") == [
                "outcome": "found", "segment": .string(segment), "group": .string(group),
                "priority": .number(Double(priority)),
            ])
    }

    @Test("a customer is known by the number, however a gateway writes it")
    func customer() async throws {
        let centre = try TestCentre()
        let call = centre.call(from: "sip:004930-23125001@example.com")
        let answer = try await call.ask("route", ["line": "help", "callType": "buying", "language": "zh"])
        #expect(answer.picking("segment", "groupName") == ["segment": "gold", "groupName": "金牌服务台"])
        #expect(
            try await call.ask("caller") == [
                "outcome": "found", "segment": "gold", "name": "Ms Bergmann", "language": "de",
            ])
        #expect(try await call.ask("caller", ["phone": "anonymous"]) == ["outcome": "unknown"])
    }

    @Test("a line or a group that there is not", arguments: [["line": "none"], ["line": "help", "group": "none"]])
    func notFound(parameters: JSONValue) async throws {
        let call = try TestCentre().call()
        #expect(try await call.ask("route", parameters) == ["outcome": "notFound"])
        #expect(try await call.ask("begin", parameters) == ["outcome": "notFound"])
    }
}
