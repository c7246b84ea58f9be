import CallControl
import PluginTesting
import Testing

@Suite("Fax numbers")
struct CheckTests {
    @Test(
        "in one form, and read back as one dials them here",
        arguments: [
            ("0301234567", "+49301234567", "0 3 0, 1 2 3, 4 5 6, 7"),
            ("0049301234567", "+49301234567", "0 3 0, 1 2 3, 4 5 6, 7"),
            ("+49 (30) 123-4567", "+49301234567", "0 3 0, 1 2 3, 4 5 6, 7"),
            ("1234567", "+49401234567", "0 4 0, 1 2 3, 4 5 6, 7"),
            ("008613912345678", "+8613912345678", "plus 8 6 1, 3 9 1, 2 3 4, 5 6 7, 8"),
        ])
    func forms(keyed: String, number: String, spoken: String) async throws {
        let answer = try await TestOffice(["area": 40]).call().ask("check", ["number": .string(keyed)])
        #expect(
            answer == [
                "outcome": "allowed", "number": .string(number), "numberSpoken": .string(spoken), "quiet": false,
            ])
    }

    @Test("in Chinese")
    func chinese() async throws {
        let answer = try await TestOffice().call(locale: "zh-CN").ask("check", ["number": "008613912345678"])
        #expect(answer["numberSpoken"] == "加 8 6 1，3 9 1，2 3 4，5 6 7，8")
    }

    @Test(
        "what is no number",
        arguments: [
            "1234567", "12", "110", "00", "", "000301234567", "+0301234567", "0301234567890123456", "anonymous",
        ])
    func none(keyed: String) async throws {
        #expect(
            try await TestOffice().call().ask("check", ["number": .string(keyed)]) == ["outcome": "badNumber"])
    }

    @Test(
        "the longest prefix that fits decides",
        arguments: [
            ("+49301234567", "allowed"), ("+499009234567", "refused"), ("+4990012345678", "allowed"),
            ("+43123456789", "refused"), ("+4366012345678", "allowed"),
        ])
    func prefixes(number: String, outcome: String) async throws {
        let office = try TestOffice(["allow": "+49 49900123456 +43660", "refuse": "+49900"])
        #expect(try await office.call().ask("check", ["number": .string(number)])["outcome"] == .string(outcome))
    }

    @Test("without a list of those allowed, all are that are not refused")
    func refused() async throws {
        let call = try TestOffice(["refuse": "+49900"]).call()
        #expect(try await call.ask("check", ["number": "+4312345678"])["outcome"] == "allowed")
        #expect(try await call.ask("check", ["number": "+4990012345"])["outcome"] == "refused")
    }

    @Test(
        "quiet hours, by the clocks of the place",
        arguments: [
            ("2000-01-03T20:59:00+01:00", nil), ("2000-01-03T21:00:00+01:00", "Tuesday, January 4, at 8 AM"),
            ("2000-01-04T00:30:00+01:00", "8 AM"), ("2000-01-04T07:59:59+01:00", "8 AM"),
            ("2000-01-04T08:00:00+01:00", nil),
        ] as [(String, String?)])
    func quiet(time: String, until: String?) async throws {
        let office = try TestOffice(["zone": "Europe/Berlin", "quiet": "21:00-08:00"])
        let answer = try await office.call(at: time).ask("check", ["number": "0301234567"])
        #expect(answer["quiet"] == .bool(until != nil))
        #expect(answer["sendsSpoken"] == until.map { .string($0) })
    }
}
