import CallControl
import PluginManifests
import Testing

@Suite("Parameters and results of a call")
struct ParameterCheckingTests {
    private let method = PluginManifest.Method(
        name: "order", summary: "",
        parameters: [
            .init("article", .string, summary: ""), .init("quantity", .integer, summary: ""),
            .init("pin", .string, required: false, sensitive: true, summary: ""),
        ],
        results: [.init("found", .boolean, summary: ""), .init("day", .date, summary: "")])

    @Test("parameters conform in the manifest's order, digits as numbers")
    func conform() throws {
        let conformed = try method.conform(["quantity": "02", "article": "K-1", "pin": .null])
        #expect(conformed == ["article": "K-1", "quantity": 2])
    }

    @Test("every problem is found, and a value is in no text")
    func problems() {
        let given: JSONValue = ["quantity": "many", "pin": ["4711"], "colour": "red"]
        #expect(
            method.check(given) == [
                ParameterProblem("article", .missing),
                ParameterProblem("quantity", .wrongType(expected: .integer)),
                ParameterProblem("pin", .wrongType(expected: .string)),
                ParameterProblem("colour", .unknown),
            ])
        let error = #expect(throws: ParameterProblems.self) { try method.conform(given) }
        #expect(
            error?.description == """
                the parameter 'article' is missing; the parameter 'quantity' is no integer; \
                the parameter 'pin' is no string; there is no parameter 'colour'
                """)
    }

    @Test("parameters are an object", arguments: [JSONValue.null, "x", [1]] as [JSONValue])
    func noObject(parameters: JSONValue) {
        #expect(method.check(parameters) == [ParameterProblem("", .notAnObject)])
    }

    @Test("a null for a required parameter is no value")
    func null() {
        #expect(method.check(["article": .null, "quantity": 1]) == [ParameterProblem("article", .missing)])
    }

    @Test(
        "results may be left out or null, and are of their type",
        arguments: [
            ([:], []),
            (["found": true, "day": .null], []),
            (["found": "true"], ["the result 'found' is no boolean"]),
            (["day": "20260131"], ["the result 'day' is no date"]),
            (["colour": "red"], ["there is no result 'colour'"]),
            ([true], ["the answer is no object"]),
        ] as [(JSONValue, [String])])
    func results(answer: JSONValue, problems: [String]) {
        #expect(method.problems(ofResult: answer) == problems)
    }
}
