import CallControl
import Testing

/// Writing JSON texts, as `JSON.stringify` has them.
@Suite struct JSONWritingTests {
    @Test(
        arguments: [
            (.null, "null"), (true, "true"), (1, "1"), (.number(-0.0), "0"), (1.5, "1.5"), (.number(1e21), "1e+21"),
            (.number(0.1 + 0.2), "0.30000000000000004"), (.number(9_007_199_254_740_992), "9007199254740992"),
            (.number(.nan), "null"), (.number(.infinity), "null"), (.number(-.infinity), "null"),
            ("a\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}", "\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u{7F}\""),
            ("caf\u{E9} \u{4E2D}\u{1F600}\u{2028}", "\"caf\u{E9} \u{4E2D}\u{1F600}\u{2028}\""),
            ([], "[]"), ([1, "a", [:]], "[1,\"a\",{}]"),
        ] as [(JSONValue, String)])
    func writes(value: JSONValue, text: String) {
        #expect(value.jsonText == text)
    }

    @Test func arrayIndicesComeFirstThenTheOtherNamesInTheirOrder() {
        let value: JSONValue = [
            "b": 1, "10": 2, "a": 3, "9": 4, "01": 5, "4294967294": 6, "4294967295": 7, "-1": 8, "0": 9,
        ]
        #expect(
            value.jsonText == #"{"0":9,"9":4,"10":2,"4294967294":6,"b":1,"a":3,"01":5,"4294967295":7,"-1":8}"#)
    }

    @Test(arguments: [#"{"a":[1,2,{"b":null}],"c":"d"}"#, #""""#, "[[],{}]", "-1.25"])
    func whatWasReadIsWrittenAsItWas(text: String) throws {
        #expect(try JSONValue(parsing: text).jsonText == text)
    }
}
