import CallControl
import PluginTesting
import Testing

@Suite("Who calls")
struct ByCallerTests {
    @Test(
        "the calling number is known however it is written",
        arguments: [
            "tel:+493023125001", "tel:+49-30-23125001;phone-context=x", "sip:+493023125001@example.com",
            "00493023125001",
            "+49 (30) 2312.5001",
        ])
    func known(from: String) async throws {
        let answer = try await Caller(TestLine(), from: from).ask("byCaller")
        #expect(
            answer.picking("found", "customer", "name", "greeting", "language", "count") == [
                "found": true, "customer": "20001", "name": "Anna Bergmann", "greeting": "Ms Bergmann",
                "language": "de", "count": 3,
            ])
        #expect(answer["orders"]?.elements.map { $0["order"] } == ["1001", "1002", "1003"])
    }

    @Test(
        "a caller without a known number is nobody",
        arguments: [
            "", "anonymous", "sip:anonymous@anonymous.invalid", "tel:+4930231250010", "23125001",
            "sip:anna+493023125001@x",
        ])
    func unknown(from: String) async throws {
        #expect(try await Caller(TestLine(), from: from).ask("byCaller") == ["found": false])
    }

    @Test("a number that is given goes before the calling one")
    func given() async throws {
        let answer = try await Caller(TestLine()).ask("byCaller", ["number": "+441632960102"])
        #expect(answer["name"] == "Whitfield, James")
    }

    @Test("what a forged number would open has no items and no amounts")
    func privacy() async throws {
        let answer = try await Caller(TestLine()).ask("byCaller")
        let order = try #require(answer["orders"]?.elements.first)
        #expect(Set(order.members.map(\.name)).isDisjoint(with: ["items", "amount", "cents", "itemCount"]))
    }

    @Test("a telephone that two customers share says nobody's name")
    func shared() async throws {
        let line = try TestLine(customers: TestLine.customers.replacing("+441632960102", with: "+493023125001"))
        #expect(try await Caller(line).ask("byCaller") == ["found": false])
    }
}
