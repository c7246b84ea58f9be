/// A token of the everyday subset and where it stands in the text.
struct ExpressionToken {
    enum Kind: Equatable {
        case number(Double)
        case string(ECMAString)
        /// A name or a keyword.
        case word(String)
        case punctuator(String)
        case end
    }

    var kind: Kind
    /// In UTF-16 code units.
    var range: Range<Int>
}

/// The text is not of the everyday subset; it may still be ECMAScript.
struct NotNative: Error {}

/// Splits the text of an expression into tokens.
struct ExpressionLexer {
    private let units: [UInt16]
    private var position = 0

    init(_ text: String) { units = Array(text.utf16) }

    static func tokens(of text: String) throws(NotNative) -> [ExpressionToken] {
        var lexer = ExpressionLexer(text)
        var tokens: [ExpressionToken] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() throws(NotNative) -> ExpressionToken {
        try skipBlanks()
        let start = position
        let kind = try scan()
        return ExpressionToken(kind: kind, range: start..<position)
    }

    private func unit(at offset: Int = 0) -> UInt16? {
        units.indices.contains(position + offset) ? units[position + offset] : nil
    }

    private func stands(_ text: String) -> Bool { units[position...].starts(with: text.utf16) }

    /// Skips white space and comments.
    private mutating func skipBlanks() throws(NotNative) {
        while let unit = unit() {
            if ECMAString.isSpace(unit) {
                position += 1
            } else if stands("//") {
                position = units[position...].firstIndex(where: Self.endsLine) ?? units.count
            } else if stands("/*") {
                position += 2
                while position < units.count, !stands("*/") { position += 1 }
                guard stands("*/") else { throw NotNative() }
                position += 2
            } else {
                return
            }
        }
    }

    private mutating func scan() throws(NotNative) -> ExpressionToken.Kind {
        guard let unit = unit() else { return .end }
        if unit.digitValue(radix: 10) != nil { return .number(try scanNumber()) }
        if unit == UInt16(ascii: "."), self.unit(at: 1)?.digitValue(radix: 10) != nil {
            return .number(try scanNumber())
        }
        if unit == UInt16(ascii: "'") || unit == UInt16(ascii: "\"") { return .string(try scanString(quote: unit)) }
        if let word = scanWord() { return .word(word) }
        return .punctuator(try scanPunctuator())
    }

    /// A decimal literal, or one after `0x`, `0o`, `0b`. Legacy octals, separators and BigInts are left to the engine.
    private mutating func scanNumber() throws(NotNative) -> Double {
        let start = position
        if unit() == UInt16(ascii: "0"), let mark = unit(at: 1), let radix = ECMAString.radix(ofPrefix: mark) {
            position += 2
            while unit()?.digitValue(radix: radix) != nil { position += 1 }
            guard let number = ECMAString.wholeNumber(units[(start + 2)..<position], radix: radix), number < 0x1p53
            else { throw NotNative() }
            return try endingLiteral(number)
        }
        if unit() == UInt16(ascii: "0"), unit(at: 1)?.digitValue(radix: 10) != nil { throw NotNative() }
        let length = ECMAString.decimalLength(of: units[start...])
        position += length
        return try endingLiteral(ECMAString.decimal(units[start..<position]))
    }

    /// A number must not touch a name or another number.
    private func endingLiteral(_ number: Double) throws(NotNative) -> Double {
        guard let next = unit() else { return number }
        if next.digitValue(radix: 36) != nil || next == UInt16(ascii: "_") || next == UInt16(ascii: "$") || next > 0x7F
            || next == UInt16(ascii: "\\")
        {
            throw NotNative()
        }
        return number
    }

    private mutating func scanString(quote: UInt16) throws(NotNative) -> ECMAString {
        var text: [UInt16] = []
        position += 1
        while let unit = unit() {
            position += 1
            switch unit {
            case quote: return ECMAString(units: text)
            case UInt16(ascii: "\\"): text += try scanEscape()
            case UInt16(ascii: "\n"), UInt16(ascii: "\r"): throw NotNative()
            default: text.append(unit)
            }
        }
        throw NotNative()
    }

    /// What follows a backslash. Octal escapes are left to the engine.
    private mutating func scanEscape() throws(NotNative) -> [UInt16] {
        guard let unit = unit() else { throw NotNative() }
        position += 1
        switch unit {
        case UInt16(ascii: "n"): return [0x0A]
        case UInt16(ascii: "t"): return [0x09]
        case UInt16(ascii: "r"): return [0x0D]
        case UInt16(ascii: "b"): return [0x08]
        case UInt16(ascii: "v"): return [0x0B]
        case UInt16(ascii: "f"): return [0x0C]
        case UInt16(ascii: "x"): return [UInt16(try scanHexadecimal(count: 2))]
        case UInt16(ascii: "u"): return try scanUnicodeEscape()
        case UInt16(ascii: "0") where self.unit()?.digitValue(radix: 10) == nil: return [0]
        case _ where unit.digitValue(radix: 10) != nil: throw NotNative()
        case UInt16(ascii: "\r"):
            if self.unit() == UInt16(ascii: "\n") { position += 1 }
            return []
        case _ where Self.endsLine(unit): return []
        default: return [unit]
        }
    }

    private mutating func scanUnicodeEscape() throws(NotNative) -> [UInt16] {
        guard unit() == UInt16(ascii: "{") else { return [UInt16(try scanHexadecimal(count: 4))] }
        position += 1
        let start = position
        while unit()?.digitValue(radix: 16) != nil { position += 1 }
        guard unit() == UInt16(ascii: "}"), position - start <= 6,
            let number = ECMAString.wholeNumber(units[start..<position], radix: 16), number <= 0x10FFFF
        else { throw NotNative() }
        position += 1
        let point = UInt32(number)
        guard let scalar = Unicode.Scalar(point) else { return [UInt16(point)] }
        return Array(UTF16.encode(scalar) ?? UTF16.EncodedScalar())
    }

    private mutating func scanHexadecimal(count: Int) throws(NotNative) -> Int {
        guard position + count <= units.count,
            let number = ECMAString.wholeNumber(units[position..<(position + count)], radix: 16)
        else { throw NotNative() }
        position += count
        return Int(number)
    }

    private mutating func scanWord() -> String? {
        let start = position
        while let (scalar, width) = scalar() {
            guard position == start ? scalar.beginsIdentifier : scalar.continuesIdentifier else { break }
            position += width
        }
        return position > start ? text(of: start..<position) : nil
    }

    /// Nearly always it is ASCII, which is made into a string much faster.
    private func text(of range: Range<Int>) -> String {
        let ascii = units[range].compactMap { $0 < 0x80 ? UInt8($0) : nil }
        return ascii.count == range.count
            ? String(decoding: ascii, as: UTF8.self) : String(decoding: units[range], as: UTF16.self)
    }

    /// The scalar that stands here and its width in units; nil at the end and at a lone surrogate.
    private func scalar() -> (Unicode.Scalar, Int)? {
        guard let first = unit() else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, 1) }
        guard UTF16.isLeadSurrogate(first), let second = unit(at: 1), UTF16.isTrailSurrogate(second) else { return nil }
        let point = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return Unicode.Scalar(point).map { ($0, 2) }
    }

    /// The longest punctuator that stands here.
    private mutating func scanPunctuator() throws(NotNative) -> String {
        guard let first = unit(), var punctuator = Self.punctuators[first]?.first(where: { stands($0.text) }) else {
            throw NotNative()
        }
        // `a?.5:b` has no optional chain.
        if punctuator.text == "?.", unit(at: 2)?.digitValue(radix: 10) != nil { punctuator = Punctuator(text: "?") }
        guard !punctuator.isForeign else { throw NotNative() }
        position += punctuator.text.utf16.count
        return punctuator.text
    }

    private struct Punctuator {
        var text: String
        /// Whether it is ECMAScript's, but not of the everyday subset.
        var isForeign = false
    }

    /// All punctuators by their first unit, the longer ones first. `<!--` is one because it begins a comment.
    private static let punctuators: [UInt16: [Punctuator]] = {
        let own = "( ) [ ] { } . , : ? ! ~ + - * / % ** < <= > >= == != === !== && || << >> >>> & | ^"
        let foreign = """
            ++ -- => ... ?? ??= ?. = += -= *= /= %= **= <<= >>= >>>= &= |= ^= &&= ||= ; <!--
            """
        func list(_ text: String, isForeign: Bool) -> [Punctuator] {
            text.split(separator: " ").map { Punctuator(text: String($0), isForeign: isForeign) }
        }
        let all = list(own, isForeign: false) + list(foreign, isForeign: true)
        let longestFirst = all.sorted { ($0.text.utf16.count, $0.text) > ($1.text.utf16.count, $1.text) }
        return Dictionary(grouping: longestFirst) { $0.text.utf16.first ?? 0 }
    }()

    private static func endsLine(_ unit: UInt16) -> Bool {
        unit == 0x0A || unit == 0x0D || unit == 0x2028 || unit == 0x2029
    }
}
