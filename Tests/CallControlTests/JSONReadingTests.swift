import CallControl
import Testing

/// Reading JSON texts: RFC 8259, and of names that occur twice the last value.
@Suite struct JSONReadingTests {
    @Test(
        arguments: [
            ("null", .null), (" true ", true), ("false", false), ("0", 0), ("-0", .number(-0.0)), ("12", 12),
            ("123456789012345", 123_456_789_012_345), ("1234567890123456789", .number(1.2345678901234568e18)),
            ("-7.25", -7.25), ("1e3", 1000), ("1E+2", 100), ("25e-1", 2.5), ("1e999", .number(.infinity)),
            ("\"\"", ""), ("\"caf\u{E9}\"", "caf\u{E9}"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u00e9\u4e2D""#, "\u{E9}\u{4E2D}"), (#""\ud83d\ude00""#, "\u{1F600}"),
            ("[]", []), ("[1,[2] , \"x\"]", [1, [2], "x"]), ("{}", [:]),
            ("{\"a\":1,\"b\":{\"c\":null}}", ["a": 1, "b": ["c": .null]]), ("\r\n\t 1 \r\n", 1),
        ] as [(String, JSONValue)])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "nulls", "True", "01", "-", "+1", "1.", ".5", "1e", "1e+", "0x1", "NaN", "1 2", "[1,]", "[,1]",
        "[1 2]", "[", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "\"", "\"\\x\"", "\"\\u12\"",
        "\"\\u12g4\"", "\"a\nb\"", "\"\u{1}\"", "'a'", "[1]]", "\u{FEFF}1", "//\n1",
    ])
    func refuses(text: String) {
        #expect { try JSONValue(parsing: text) } throws: { ($0 as? JSONSyntaxError)?.kind == .notJSON }
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFF], [0x22, 0xC0, 0x80, 0x22],
        ] as [[UInt8]])
    func refusesWhatIsNoUTF8(bytes: [UInt8]) {
        #expect { try JSONValue(parsing: bytes) } throws: { ($0 as? JSONSyntaxError)?.kind == .notUTF8 }
    }

    @Test(arguments: [#""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\u0041""#])
    func halfASurrogatePairIsReplaced(text: String) throws {
        guard case .string(let read) = try JSONValue(parsing: text) else { return #expect(Bool(false)) }
        #expect(read.unicodeScalars.first == "\u{FFFD}")
        #expect(!text.hasSuffix("\\u0041\"") || read == "\u{FFFD}A")
    }

    @Test func ofNamesThatOccurTwiceTheLastValueCountsAtTheFirstPlace() throws {
        let value = try JSONValue(parsing: #"{"a":1,"b":2,"a":3}"#)
        #expect(value.jsonText == #"{"a":3,"b":2}"#)
        let many = (0..<40).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
        let last = try JSONValue(parsing: "{\(many),\"n3\":true}")
        #expect(last["n3"] == true)
        #expect(try JSONValue(parsing: "{\(many)}").jsonText == "{\(many)}")
    }

    @Test func namesAreComparedByTheirCharactersNotByTheirLooks() throws {
        let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
        guard case .object(let members) = value else { return #expect(Bool(false)) }
        #expect(members.count == 2)
    }

    @Test func isNestedSixtyFourDeepAndNoDeeper() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSONValue(parsing: nested(64)) }
        #expect { try JSONValue(parsing: nested(65)) } throws: { ($0 as? JSONSyntaxError)?.kind == .tooDeep }
        #expect { try JSONValue(parsing: String(repeating: "{\"a\":", count: 100_000)) } throws: {
            ($0 as? JSONSyntaxError)?.kind == .tooDeep
        }
    }

    @Test func errorsTellThePlaceAndNotTheText() throws {
        #expect { try JSONValue(parsing: #"{"key":5}x"#) } throws: { error in
            guard let error = error as? JSONSyntaxError else { return false }
            return error.offset == 9 && !error.message.contains("x\"") && !error.message.contains("5")
        }
    }
}
