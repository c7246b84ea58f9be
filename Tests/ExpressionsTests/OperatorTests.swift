import Testing

@testable import Expressions

/// Every operator of the subset.
struct OperatorTests {
    @Test(
        "arithmetic",
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 % 4", "3"), ("-7 % 4", "-3"), ("-4 % 2", "-0"),
            ("5 % 0", "NaN"),
            ("5.5 % 2", "1.5"), ("1 / 0", "Infinity"), ("-1 / 0", "-Infinity"), ("0 / 0", "NaN"), ("a - b", "9.5"),
            ("2 ** 3 ** 2", "512"), ("2 ** -1", "0.5"), ("1 ** Infinity", "NaN"), ("(-1) ** Infinity", "NaN"),
            ("(-8) ** 2", "64"), ("NaN ** 0", "1"), ("'6' * '7'", "42"), ("'6' - 1", "5"), ("'x' - 1", "NaN"),
            ("n + 1", "1"), ("u + 1", "NaN"), ("t + t", "2"), ("+'0x10'", "16"), ("-'3'", "-3"), ("+[]", "0"),
            ("+[5]", "5"), ("+[1, 2]", "NaN"), ("-0", "-0"), ("- -a", "7"), ("+date", "86400000"),
            ("date - 1", "86399999"),
            ("1 - -1", "2"), ("a*-b", "17.5"), ("0.1 + 0.2", "0.30000000000000004"), ("10 / 4", "2.5"),
            ("o * 2", "NaN"),
        ])
    func arithmetic(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "addition joins strings",
        arguments: [
            ("'a' + 1", "'a1'"), ("1 + 2 + 'a'", "'3a'"), ("'a' + 1 + 2", "'a12'"), ("1 + '2'", "'12'"),
            ("'' + n", "'null'"), ("'' + u", "'undefined'"), ("'' + t", "'true'"), ("'' + 1e21", "'1e+21'"),
            ("'' + -0", "'0'"), ("'' + list", "'1,two,4,'"), ("'' + holes", "'1,,3'"), ("'' + o", "'[object Object]'"),
            ("[] + []", "''"), ("[] + 1", "'1'"), ("[1] + [2]", "'12'"), ("({}) + ''", "'[object Object]'"),
            ("s + '!'", "'Grüße, Ada!'"), ("'' + 1e-7", "'1e-7'"),
        ])
    func addition(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "bits",
        arguments: [
            ("5 & 3", "1"), ("5 | 3", "7"), ("5 ^ 3", "6"), ("~5", "-6"), ("~-1", "0"), ("1 << 31", "-2147483648"),
            ("1 << 32", "1"), ("-1 >> 1", "-1"), ("-1 >>> 0", "4294967295"), ("-1 >>> 28", "15"),
            ("4294967296 | 0", "0"),
            ("2147483648 | 0", "-2147483648"), ("-2147483649 | 0", "2147483647"), ("1e21 | 0", "-559939584"),
            ("NaN | 0", "0"), ("Infinity | 0", "0"), ("2.9 | 0", "2"), ("-2.9 | 0", "-2"), ("'12' & 15", "12"),
            ("~~'7.9'", "7"),
            ("1 << -1", "-2147483648"),
        ])
    func bits(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "comparison",
        arguments: [
            ("1 < 2", "true"), ("2 <= 2", "true"), ("3 > 2", "true"), ("2 >= 3", "false"), ("'10' < '9'", "true"),
            ("'10' < 9", "false"), ("10 < '9a'", "false"), ("10 >= '9a'", "false"), ("NaN <= NaN", "false"),
            ("n <= 0", "true"),
            ("u <= 0", "false"), ("n >= 0", "true"), ("'a' < 'B'", "false"), ("'a' > 'B'", "true"), ("[2] > 1", "true"),
            ("'b' > ['a']", "true"), ("date > 0", "true"), ("date <= date", "true"), ("t > false", "true"),
            ("'\\uD83D\\uDE00' < '\\uFF5E'", "true"), ("o < 1", "false"), ("o >= '['", "true"),
        ])
    func comparison(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "equality",
        arguments: [
            ("1 == '1'", "true"), ("1 === '1'", "false"), ("n == u", "true"), ("n === u", "false"), ("n == 0", "false"),
            ("'' == 0", "true"), ("'0' == false", "true"), ("'true' == true", "false"), ("NaN == NaN", "false"),
            ("NaN != NaN", "true"), ("NaN !== NaN", "true"), ("0 === -0", "true"), ("list == list", "true"),
            ("[] == []", "false"), ("[] == ''", "true"), ("[1] == 1", "true"), ("o == '[object Object]'", "true"),
            ("o === o", "true"), ("u == false", "false"), ("s == 'Grüße, Ada'", "true"), ("s != 'x'", "true"),
            ("1 !== 1", "false"),
            ("'\\u00e9' == 'e\\u0301'", "false"), ("n == o", "false"), ("true == 1", "true"), ("true == 2", "false"),
        ])
    func equality(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "logic",
        arguments: [
            ("!0", "true"), ("!'0'", "false"), ("!e", "true"), ("!NaN", "true"), ("!o", "false"), ("!!n", "false"),
            ("a && s", "'Grüße, Ada'"), ("0 && missing", "0"), ("e || 'x'", "'x'"), ("a || missing", "7"),
            ("n || e || u", "undefined"), ("1 && 2 || 3", "2"), ("0 || 1 && 2", "2"), ("a ? 'y' : missing", "'y'"),
            ("e ? missing : 'n'", "'n'"), ("t ? n ? 1 : 2 : 3", "2"), ("0 ? 1 : 0 ? 2 : 3", "3"), ("a?.5:1", "0.5"),
        ])
    func logic(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "typeof, void and in",
        arguments: [
            ("typeof a", "'number'"), ("typeof s", "'string'"), ("typeof t", "'boolean'"), ("typeof u", "'undefined'"),
            ("typeof n", "'object'"), ("typeof o", "'object'"), ("typeof list", "'object'"), ("typeof f", "'function'"),
            ("typeof missing", "'undefined'"), ("typeof typeof a", "'string'"), ("typeof undefined", "'undefined'"),
            ("typeof o.nothing", "'undefined'"), ("void a", "undefined"), ("'p' in o", "true"), ("'z' in o", "false"),
            ("7 in o", "true"), ("1 in list", "true"), ("9 in list", "false"), ("1 in holes", "false"),
            ("'length' in list", "true"), ("'outer' in far", "true"), ("typeof(a)", "'number'"),
        ])
    func names(source: String, expected: String) { expectNative(source, expected) }

    @Test("in asks for an object", arguments: ["'p' in s", "'p' in n", "1 in 2"])
    func inOfPrimitive(source: String) {
        var world = World()
        #expect(world.shown(source).hasPrefix("thrown TypeError"))
    }
}
