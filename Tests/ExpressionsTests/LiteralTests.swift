import Testing

@testable import Expressions

/// Literals and names.
struct LiteralTests {
    @Test(
        "literals",
        arguments: [
            ("12", "12"), ("1.50", "1.5"), (".5", "0.5"), ("5.", "5"), ("1e3", "1000"), ("1E-2", "0.01"),
            ("0x1F", "31"),
            ("0b11", "3"), ("0o17", "15"), ("1e400", "Infinity"), ("true", "true"), ("false", "false"),
            ("null", "null"),
            ("undefined", "undefined"), ("NaN", "NaN"), ("-Infinity", "-Infinity"), ("'a\"b'", "'a\"b'"),
            (#""a'b""#, "'a'b'"), (#"'\n\t\r\b\v\f\0'"#, "'\n\t\r\u{8}\u{B}\u{C}\0'"),
            (#"'\x41\u0042\u{43}\u{1F600}'"#, "'ABC😀'"),
            (#"'\q\\\''"#, #"'q\''"#), ("'a\\\nb'", "'ab'"), ("'a\\\r\nb'", "'ab'"), ("[]", "[]"),
            ("[1, 'x', [2]]", "[1, 'x', [2]]"),
            ("[1, , 2, ,]", "[1, hole, 2, hole]"), ("[,]", "[hole]"), ("[1, 2,]", "[1, 2]"), ("{}", "{}"),
            ("{a: 1, 'b c': 2, 3: n}", "{3: null, a: 1, b c: 2}"), ("{0x10: 1, 1e21: 2}", "{16: 1, 1e+21: 2}"),
            ("{a: 1, b: 2, a: 3}", "{a: 3, b: 2}"), ("{a, s,}", "{a: 7, s: 'Grüße, Ada'}"),
            ("{class: 1, in: 2}", "{class: 1, in: 2}"),
            ("({x: {y: [a]}})", "{x: {y: [7]}}"), ("/* c */ 1 // end", "1"), ("1 /* + 2 */ + 3", "4"),
            ("\u{FEFF}\u{A0}1", "1"),
        ])
    func literals(source: String, expected: String) { expectNative(source, expected) }

    @Test("a lone surrogate stays one")
    func loneSurrogate() throws {
        var world = World()
        #expect(try world.evaluate(#"'\uD83D'"#) == .string(ECMAString(units: [0xD83D])))
        #expect(try world.evaluate(#"'\u{DE00}'.length"#) == .number(1))
    }

    @Test("each evaluation of a literal makes an object of its own")
    func identity() throws {
        var world = World()
        let expression = Expression("[1]", checker: world.engine)
        let first = try expression.evaluate(in: &world.environment, with: world.engine)
        #expect(try expression.evaluate(in: &world.environment, with: world.engine) != first)
    }

    @Test(
        "names and members through the scope chain, nearest first",
        arguments: [
            ("a", "7"), ("outer", "'seen'"), ("far.a", "'hidden'"), ("far.far.outer", "'seen'"),
            ("far.nothing", "undefined"),
            ("o.p", "1"), ("o['p']", "1"), ("o.q.deep", "'x'"), ("o['q']['de' + 'ep']", "'x'"), ("o[7]", "false"),
            ("o['7']", "false"),
            ("o.length", "9"), ("o.nothing", "undefined"), ("o.if", "undefined"), ("list[0]", "1"),
            ("list['1']", "'two'"),
            ("list[2][0]", "4"), ("list[9]", "undefined"), ("list[-1]", "undefined"), ("list[0.5]", "undefined"),
            ("list['01']", "undefined"), ("list.length", "4"), ("holes[1]", "undefined"), ("s[0]", "'G'"),
            ("s.length", "10"),
            ("s['length']", "10"), ("s[99]", "undefined"), ("'😀'.length", "2"), ("'😀'[0] + '😀'[1]", "'😀'"),
            ("a.x", "undefined"),
            ("t.x", "undefined"), ("o[[7]]", "false"), ("list[-0]", "1"), ("[4, 5][1]", "5"), ("{a: 1}.a", "1"),
            ("o [ 'p' ]", "1"),
            ("1..x", "undefined"), ("list['le' + 'ngth']", "4"),
        ])
    func names(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "what is not there",
        arguments: [
            ("missing", "thrown ReferenceError: Can't find variable: missing"),
            ("missing.x", "thrown ReferenceError: Can't find variable: missing"),
            ("u.x", "thrown TypeError: undefined is not an object (evaluating 'u.x')"),
            ("o.nothing.x", "thrown TypeError: undefined is not an object (evaluating 'o.nothing.x')"),
            ("n[0]", "thrown TypeError: null is not an object"),
            ("u[missing]", "thrown ReferenceError: Can't find variable: missing"),
            ("n.trim()", "thrown TypeError: null is not an object (evaluating 'n.trim')"),
            ("n.trim(missing)", "thrown TypeError: null is not an object (evaluating 'n.trim')"),
        ])
    func failures(source: String, expected: String) { expectNative(source, expected) }
}
