import Testing

@testable import Expressions

/// Every method and function of the subset.
struct MethodTests {
    @Test(
        "methods of strings",
        arguments: [
            ("s.charAt(1)", "'r'"), ("s.charAt()", "'G'"), ("s.charAt(-1)", "''"), ("s.charAt(99)", "''"),
            ("s.charAt('1')", "'r'"),
            ("'A'.charCodeAt(0)", "65"), ("'A'.charCodeAt(1)", "NaN"), ("'A'.charCodeAt(NaN)", "65"),
            ("'abcabc'.indexOf('c')", "2"), ("'abcabc'.indexOf('c', 3)", "5"), ("'abc'.indexOf('')", "0"),
            ("'abc'.indexOf('', 9)", "3"),
            ("'abc'.indexOf('d')", "-1"), ("'aundefined'.indexOf()", "1"), ("'a1'.indexOf(1)", "1"),
            ("'abcabc'.lastIndexOf('c')", "5"), ("'abcabc'.lastIndexOf('c', 4)", "2"),
            ("'abc'.lastIndexOf('c', -1)", "-1"),
            ("'abc'.lastIndexOf('a', -1)", "0"), ("'abc'.lastIndexOf('')", "3"),
            ("'abcabc'.lastIndexOf('a', NaN)", "3"),
            ("'abc'.includes('b')", "true"), ("'abc'.includes('b', 2)", "false"), ("'abc'.startsWith('b', 1)", "true"),
            ("'abc'.startsWith('abcd')", "false"), ("'abc'.endsWith('c')", "true"), ("'abc'.endsWith('b', 2)", "true"),
            ("'abc'.endsWith('')", "true"), ("'abcdef'.slice(1, 3)", "'bc'"), ("'abcdef'.slice(-2)", "'ef'"),
            ("'abcdef'.slice(2, -1)", "'cde'"), ("'abcdef'.slice(4, 2)", "''"), ("'abcdef'.slice(-99, 99)", "'abcdef'"),
            ("'abcdef'.substring(3, 1)", "'bc'"), ("'abcdef'.substring(-1, 2)", "'ab'"),
            ("'abcdef'.substring(4)", "'ef'"),
            ("'abcdef'.substring(NaN, 2)", "'ab'"), ("'abcdef'.substr(1, 2)", "'bc'"), ("'abcdef'.substr(-2)", "'ef'"),
            ("'abcdef'.substr(-3, 2)", "'de'"), ("'abcdef'.substr(2, -1)", "''"), ("'abcdef'.substr(9)", "''"),
            ("'abcdef'.substr(1, undefined)", "'bcdef'"), ("'Grüße'.toUpperCase()", "'GRÜSSE'"),
            ("'ÿµ'.toUpperCase()", "'ŸΜ'"),
            ("'ÄÖ×A'.toLowerCase()", "'äö×a'"), ("'÷ß'.toLowerCase()", "'÷ß'"), ("' \\u00a0x\\ufeff\\n'.trim()", "'x'"),
            ("' x '.trimStart()", "'x '"), ("' x '.trimEnd()", "' x'"), ("'a'.concat(1, null, [2, 3])", "'a1null2,3'"),
            ("'a,b,c'.split(',')", "['a', 'b', 'c']"), ("'a,b,c'.split(',', 2)", "['a', 'b']"),
            ("'abc'.split('')", "['a', 'b', 'c']"),
            ("'abc'.split('', 2)", "['a', 'b']"), ("'abc'.split()", "['abc']"), ("'abc'.split(undefined, 0)", "[]"),
            ("''.split(',')", "['']"),
            ("''.split('')", "[]"), ("'a,b'.split(',', -1)", "['a', 'b']"), ("'a,b'.split(',', 0)", "[]"),
            ("',a,'.split(',')", "['', 'a', '']"),
            ("'aundefinedb'.split(null)", "['aundefinedb']"), ("'a1b1c'.split(1)", "['a', 'b', 'c']"),
            ("'abab'.replace('b', 'x')", "'axab'"), ("'abab'.replaceAll('b', 'x')", "'axax'"),
            ("'abc'.replace('x', 'y')", "'abc'"),
            ("'abc'.replace('', '-')", "'-abc'"), ("'abc'.replaceAll('', '-')", "'-a-b-c-'"),
            ("'abc'.replace('b', '[$&$`$\\'$$$1$]')", "'a[bac$$1$]c'"), ("'a1'.replace(1, 2)", "'a2'"),
            ("'abc'.replace('b')", "'aundefinedc'"), ("'ab'.repeat(2)", "'abab'"), ("'ab'.repeat(0)", "''"),
            ("'ab'.repeat(2.9)", "'abab'"),
            ("''.repeat(1e9)", "''"), ("'5'.padStart(3, '0')", "'005'"), ("'5'.padStart(6, 'ab')", "'ababa5'"),
            ("'5'.padEnd(3)", "'5  '"),
            ("'5'.padStart(3, '')", "'5'"), ("'555'.padStart(2, 'x')", "'555'"), ("'x'.toString()", "'x'"),
            ("'x'.valueOf()", "'x'"),
        ])
    func strings(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "methods of numbers and booleans",
        arguments: [
            ("a.toString()", "'7'"), ("(255).toString(10)", "'255'"), ("1e21.toString()", "'1e+21'"),
            ("a.valueOf()", "7"),
            ("t.toString()", "'true'"), ("t.valueOf()", "true"), ("(1.005).toFixed(2)", "'1.00'"),
            ("(1.45).toFixed(1)", "'1.4'"),
            ("(2.5).toFixed(0)", "'3'"), ("(-2.5).toFixed()", "'-3'"), ("(1.255).toFixed(2)", "'1.25'"),
            ("(10.235).toFixed(2)", "'10.23'"),
            ("(0.000001).toFixed(7)", "'0.0000010'"), ("(123.456).toFixed(2)", "'123.46'"),
            ("(9.999).toFixed(2)", "'10.00'"),
            ("(-0.0000001).toFixed(2)", "'-0.00'"), ("(-0).toFixed(2)", "'0.00'"), ("1e21.toFixed(2)", "'1e+21'"),
            ("(1e20).toFixed(2)", "'100000000000000000000.00'"), ("NaN.toFixed(2)", "'NaN'"),
            ("(-Infinity).toFixed(1)", "'-Infinity'"),
            ("(0.1).toFixed(20)", "'0.10000000000000000555'"), ("(19.99 * 3).toFixed(2)", "'59.97'"),
            ("(0.5).toFixed(0)", "'1'"),
            ("(1.5).toFixed(-0.5)", "'2'"),
        ])
    func numbers(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "methods of arrays",
        arguments: [
            ("list.join('-')", "'1-two-4-'"), ("list.join()", "'1,two,4,'"), ("[].join()", "''"),
            ("[1, [2, [3]]].toString()", "'1,2,3'"),
            ("[n, u, 0].join('|')", "'||0'"), ("list.join(list)", "'1two4'"), ("list.indexOf('two')", "1"),
            ("list.indexOf('1')", "-1"),
            ("[NaN].indexOf(NaN)", "-1"),
            ("[1, 2, 1].indexOf(1, 1)", "2"), ("[1, 2, 1].indexOf(1, -1)", "2"), ("[1, 2, 1].lastIndexOf(1)", "2"),
            ("[1, 2, 1].lastIndexOf(1, -2)", "0"), ("[1, 2, 1].lastIndexOf(1, undefined)", "0"),
            ("[1].lastIndexOf(1, -5)", "-1"),
            ("[].lastIndexOf(1)", "-1"), ("holes.indexOf(undefined)", "-1"), ("holes.includes(undefined)", "true"),
            ("[NaN].includes(NaN)", "true"), ("[1, 2].includes(1, 1)", "false"), ("[1, 2, 3].slice(1)", "[2, 3]"),
            ("[1, 2, 3].slice(-2, -1)", "[2]"), ("[1, 2, 3].slice(2, 1)", "[]"), ("holes.slice(0, 2)", "[1, hole]"),
            ("[1].concat(2, [3, [4]])", "[1, 2, 3, [4]]"), ("[].concat(holes, o.p)", "[1, hole, 3, 1]"),
            ("list.valueOf() === list", "true"),
            ("list.slice() === list", "false"), ("list.slice()[2] === list[2]", "true"),
        ])
    func arrays(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "standard functions",
        arguments: [
            ("parseInt('12px')", "12"), ("parseInt('  -12')", "-12"), ("parseInt('0x1f')", "31"),
            ("parseInt('1f', 16)", "31"),
            ("parseInt('0x1f', 16)", "31"), ("parseInt('0x1f', 10)", "0"), ("parseInt('101', 2)", "5"),
            ("parseInt('z', 36)", "35"),
            ("parseInt('2', 2)", "NaN"), ("parseInt('')", "NaN"), ("parseInt('1', 1)", "NaN"),
            ("parseInt('1', 37)", "NaN"), ("parseInt('08')", "8"),
            ("parseInt(1.9)", "1"), ("parseInt('-0')", "-0"), ("parseInt('0x')", "NaN"),
            ("parseInt('9007199254740993')", "9007199254740992"),
            ("parseInt('123456789012345678901234')", "1.2345678901234569e+23"), ("parseInt(null)", "NaN"),
            ("parseInt('1e3')", "1"),
            ("parseInt(1e21)", "1"), ("parseInt('12', 4294967298)", "1"), ("parseFloat('3.14abc')", "3.14"),
            ("parseFloat('.5.5')", "0.5"),
            ("parseFloat('-Infinityx')", "-Infinity"), ("parseFloat('1e')", "1"), ("parseFloat('1e+x')", "1"),
            ("parseFloat('x')", "NaN"),
            ("parseFloat('0x10')", "0"), ("parseFloat(' 7')", "7"), ("parseFloat('-.5')", "-0.5"),
            ("isNaN('x')", "true"), ("isNaN('1')", "false"),
            ("isNaN()", "true"), ("isFinite('12')", "true"), ("isFinite(1 / 0)", "false"), ("Number('12')", "12"),
            ("Number()", "0"),
            ("Number(undefined)", "NaN"), ("Number([7])", "7"), ("Number(date)", "86400000"), ("String(n)", "'null'"),
            ("String()", "''"),
            ("String(list)", "'1,two,4,'"), ("Boolean('')", "false"), ("Boolean([])", "true"), ("Boolean()", "false"),
            ("Number.isInteger(5)", "true"), ("Number.isInteger(5.5)", "false"), ("Number.isInteger('5')", "false"),
            ("Number.isInteger(Infinity)", "false"), ("Number.isNaN(NaN)", "true"), ("Number.isNaN('x')", "false"),
            ("Number.isFinite(1)", "true"),
            ("Number.parseInt('7x')", "7"), ("Number.parseFloat('7.5x')", "7.5"),
            ("String.fromCharCode(65, 66.9, 65601)", "'ABA'"),
            ("Array.isArray(list)", "true"), ("Array.isArray(o)", "false"), ("Array.isArray('x')", "false"),
            ("Number.MAX_SAFE_INTEGER", "9007199254740991"), ("Number.MIN_VALUE", "5e-324"),
        ])
    func functions(source: String, expected: String) { expectNative(source, expected) }

    @Test(
        "Math",
        arguments: [
            ("Math.abs(b)", "2.5"), ("Math.abs(-0)", "0"), ("Math.abs()", "NaN"), ("Math.ceil(-0.5)", "-0"),
            ("Math.ceil('1.2')", "2"),
            ("Math.floor(b)", "-3"), ("Math.round(2.5)", "3"), ("Math.round(-2.5)", "-2"), ("Math.round(-0.2)", "-0"),
            ("Math.round(0.49999999999999994)", "0"), ("Math.round(4503599627370497.5)", "4503599627370498"),
            ("Math.round(9007199254740991)", "9007199254740991"), ("Math.round(-0.5)", "-0"),
            ("Math.round(NaN)", "NaN"),
            ("Math.trunc(-2.7)", "-2"), ("Math.sign(-3)", "-1"), ("Math.sign(-0)", "-0"),
            ("Math.sqrt(2)", "1.4142135623730951"),
            ("Math.max()", "-Infinity"), ("Math.min()", "Infinity"), ("Math.max(1, '3', 2)", "3"),
            ("Math.min(1, NaN)", "NaN"),
            ("Math.max(-0, 0)", "0"), ("Math.min(0, -0)", "-0"), ("Math.min(3, 1, 2)", "1"), ("Math.max(NaN)", "NaN"),
            ("Math.pow(2, 10)", "1024"), ("Math.pow(2)", "NaN"), ("Math.pow(1e20, 15)", "9.999999999999999e+299"),
            ("Math.pow(3, -0.5)", "0.5773502691896258"), ("Math.pow(-1 / 0, -0.5)", "0"), ("Math.pow(-0, 0.5)", "0"),
            ("Math.pow(1, 1 / 0)", "NaN"),
            ("Math.PI", "3.141592653589793"),
            ("Math.E", "2.718281828459045"), ("Math.SQRT1_2 * Math.SQRT2", "1.0000000000000002"),
            ("Math.LN2", "0.6931471805599453"),
            ("Math.LOG10E", "0.4342944819032518"), ("Math.floor(a / 2) * 2 == a", "false"),
        ])
    func math(source: String, expected: String) { expectNative(source, expected) }

    @Test("Math.random draws from the call's own seed")
    func random() throws {
        var world = World()
        var expected = world.environment.random
        #expect(try world.evaluate("Math.random()") == .number(expected.next()))
        #expect(try world.evaluate("Math.random()") == .number(expected.next()))
        #expect(world.environment.random == expected)
    }

    @Test(
        "a string beyond the limit is refused",
        arguments: [
            "big.repeat(17)", "big.padStart(1e9)", "big.repeat(16) + big", "[,,,,,,,,,,,,,,,,,,].join(big)",
            "big.concat(big.repeat(16))", "'x'.repeat(1e300)", "'--'.replaceAll('-', big.repeat(9))",
        ])
    func limit(source: String) {
        var world = World()
        world.declare("big", .string(ECMAString(units: Array(repeating: 0x78, count: 1 << 20))))
        #expect(world.shown(source).hasPrefix("limit "))
    }
}
