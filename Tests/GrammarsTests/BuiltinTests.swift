import CallControl
import Testing

@testable import Grammars

/// Builtin grammars (VoiceXML 2.0 appendix P).
struct BuiltinTests {
    @Test(
        "13 what builtins match, and what it means",
        arguments: [
            ("boolean", "1", BuiltinInterpretation.bool(true)),
            ("boolean", "2", .bool(false)),
            ("boolean?y=7;n=9", "7", .bool(true)),
            ("boolean?n=9&y=7", "9", .bool(false)),
            ("boolean?y=%23;n=*", "#", .bool(true)),
            ("boolean?n=1;y=2", "1", .bool(false)),
            ("boolean?y=a", "A", .bool(true)),
            ("date", "20240229", .string("20240229")),
            ("date", "19991231", .string("19991231")),
            ("digits", "0", .string("0")),
            ("digits", "00123", .string("00123")),
            ("digits?length=3", "123", .string("123")),
            ("digits?minlength=2;maxlength=3", "12", .string("12")),
            ("digits?minlength=2;maxlength=3", "123", .string("123")),
            ("builtin:dtmf/digits?length=2", "12", .string("12")),
            ("currency", "12*50", .string("12.50")),
            ("currency", "12*5", .string("12.50")),
            ("currency", "12", .string("12.00")),
            ("currency", "*05", .string("0.05")),
            ("number", "12", .string("12")),
            ("number", "12*5", .string("12.5")),
            ("number", "*5", .string(".5")),
            ("phone", "5551234", .string("5551234")),
            ("phone", "5551234*12", .string("5551234x12")),
            ("time", "0930", .string("0930?")),
            ("time", "1200", .string("1200?")),
            ("time", "0000", .string("0000h")),
            ("time", "1359", .string("1359h")),
        ])
    func interpretation(type: String, input: String, expected: BuiltinInterpretation) throws {
        let builtin = try BuiltinGrammar(type)
        let found = standing(of: try builtin.compile(), input)
        #expect(found == .complete || found == .canGrow)
        #expect(builtin.interpretation(of: keys(input)) == expected)
    }

    @Test(
        "13 what builtins do not match",
        arguments: [
            ("boolean", "3"), ("boolean?y=7;n=9", "1"), ("boolean", "11"), ("date", "20240230"), ("date", "20241301"),
            ("date", "20240431"), ("date", "20240100"), ("date", "20240001"), ("date", "2024010"), ("digits", "*"),
            ("digits", ""), ("digits?length=3", "12"), ("digits?length=3", "1234"), ("digits?minlength=2", "1"),
            ("digits?maxlength=2", "123"), ("currency", "1*234"), ("currency", "1*"), ("currency", "*"),
            ("number", "1*2*3"), ("number", "*"), ("number", "1*"), ("number", "#"), ("phone", "*12"),
            ("phone", "1*2*3"),
            ("time", "2400"), ("time", "1260"), ("time", "930"),
        ])
    func refusedKeys(type: String, input: String) throws {
        let found = standing(of: try BuiltinGrammar(type).compile(), input)
        #expect(found == .noMatch || found == .partial)
    }

    @Test(
        "13 unknown builtins: error.unsupported.builtin",
        arguments: [
            "", "colour", "Digits", "builtin:dtmf/colour", "builtin:voice/digits", "builtin:digits", "grammar/digits",
        ])
    func unknown(type: String) {
        #expect(problem(type)?.event == "error.unsupported.builtin")
    }

    @Test(
        "13 contradictory and malformed parameters: error.badfetch",
        arguments: [
            "digits?minlength=5;maxlength=3", "digits?length=3;minlength=4", "digits?length=3;maxlength=2",
            "digits?length=0", "digits?maxlength=0", "digits?length=x", "digits?length=-1", "digits?length=",
            "digits?length",
            "digits?length=3;length=3", "digits?size=3", "boolean?y=1;n=1", "boolean?y=2", "boolean?y=12",
            "boolean?y=e",
            "boolean?y=%", "date?length=8", "time?a=b", "number?y=1", "phone?x=1", "currency?c=EUR",
        ])
    func contradiction(type: String) {
        #expect(problem(type)?.event == "error.badfetch")
    }

    private func problem(_ type: String) -> BuiltinError? {
        do throws(BuiltinError) {
            _ = try BuiltinGrammar(type)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "lengths that agree are no contradiction",
        arguments: [
            "digits?length=3;minlength=3;maxlength=3", "digits?minlength=0", "digits?maxlength=1000", "digits?",
        ])
    func agreeing(type: String) { #expect(problem(type) == nil) }

    @Test("7 builtin grammars of spoken input count and match no key")
    func voice() throws {
        let builtin = try BuiltinGrammar("builtin:grammar/digits?length=2")
        let grammar = try builtin.compile()
        #expect(builtin.mode == .voice)
        #expect(grammar.mode == .voice)
        #expect(standing(of: grammar, "1") == .noMatch)
    }
}
