/// Why a text is no JSON value (RFC 8259). It names the place, never what stands there.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case notUTF8, notJSON, tooDeep
    }

    public var kind: Kind
    public var message: String
    /// Counts bytes from 0.
    public var offset: Int

    init(_ kind: Kind, _ message: String, at offset: Int) {
        self.kind = kind
        self.message = message
        self.offset = offset
    }
}

extension JSONValue {
    /// How deep arrays and objects may be nested in a text that is read.
    public static let depthLimit = 64

    /// Reads a JSON text: strictly RFC 8259, of names that occur twice the last value, as ECMAScript has it. Integers
    /// are not told from other numbers: the caller says what it expects.
    public init(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(JSONSyntaxError) {
        var reader = JSONReader(bytes)
        self = try reader.readText()
    }

    /// Reads a JSON text, see `init(utf8:)`.
    public init(parsing bytes: some Collection<UInt8>) throws(JSONSyntaxError) {
        let result: Result<JSONValue, JSONSyntaxError>? = bytes.withContiguousStorageIfAvailable { buffer in
            Result { () throws(JSONSyntaxError) in try JSONValue(utf8: buffer) }
        }
        self = try (result ?? JSONValue.read(Array(bytes))).get()
    }

    /// Reads a JSON text, see `init(utf8:)`.
    public init(parsing text: String) throws(JSONSyntaxError) {
        self = try JSONValue.read(Array(text.utf8)).get()
    }

    private static func read(_ bytes: [UInt8]) -> Result<JSONValue, JSONSyntaxError> {
        bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONSyntaxError) in try JSONValue(utf8: buffer) }
        }
    }
}

/// Reads one JSON text from bytes.
private struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The byte at the position; 0, which stands nowhere in JSON, at the end.
    var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func readText() throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        let value = try readValue()
        skipSpace()
        guard position == bytes.count else { throw unexpected("more after the value") }
        return value
    }

    func unexpected(_ what: String) -> JSONSyntaxError {
        if position < bytes.count, bytes[position] >= 0x80,
            String(validating: UnsafeBufferPointer(rebasing: bytes[position...]), as: UTF8.self) == nil
        {
            return JSONSyntaxError(.notUTF8, "no UTF-8", at: position)
        }
        let place = position < bytes.count ? "" : ": the text ends too early"
        return JSONSyntaxError(.notJSON, what + place, at: position)
    }

    mutating func skipSpace() {
        while current == 0x20 || current == 0x0A || current == 0x0D || current == 0x09 { position += 1 }
    }

    mutating func readValue() throws(JSONSyntaxError) -> JSONValue {
        switch current {
        case UInt8(ascii: "{"): return try readObject()
        case UInt8(ascii: "["): return try readArray()
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "t"): return try readWord("true", .bool(true))
        case UInt8(ascii: "f"): return try readWord("false", .bool(false))
        case UInt8(ascii: "n"): return try readWord("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber())
        default: throw unexpected("a value was expected")
        }
    }

    mutating func readWord(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[index] else { throw unexpected("a value was expected") }
            position += 1
        }
        return value
    }

    mutating func enter() throws(JSONSyntaxError) {
        depth += 1
        guard depth <= JSONValue.depthLimit else {
            throw JSONSyntaxError(.tooDeep, "nested over \(JSONValue.depthLimit) deep", at: position)
        }
        position += 1
        skipSpace()
    }

    mutating func leave() {
        depth -= 1
        position += 1
    }

    mutating func readArray() throws(JSONSyntaxError) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        if current != UInt8(ascii: "]") {
            while true {
                elements.append(try readValue())
                skipSpace()
                if current == UInt8(ascii: "]") { break }
                try expect(UInt8(ascii: ","), "a comma or a bracket was expected")
            }
        }
        leave()
        return .array(elements)
    }

    mutating func readObject() throws(JSONSyntaxError) -> JSONValue {
        try enter()
        var members = JSONMembers()
        if current != UInt8(ascii: "}") {
            while true {
                guard current == UInt8(ascii: "\"") else { throw unexpected("a name was expected") }
                let name = try readString()
                skipSpace()
                try expect(UInt8(ascii: ":"), "a colon was expected")
                members.set(name, try readValue())
                skipSpace()
                if current == UInt8(ascii: "}") { break }
                try expect(UInt8(ascii: ","), "a comma or a brace was expected")
            }
        }
        leave()
        return .object(members.members)
    }

    /// Passes this byte and the white space after it.
    mutating func expect(_ byte: UInt8, _ what: String) throws(JSONSyntaxError) {
        guard current == byte else { throw unexpected(what) }
        position += 1
        skipSpace()
    }
}

// Numbers
extension JSONReader {
    mutating func readNumber() throws(JSONSyntaxError) -> Double {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        if current == UInt8(ascii: "0") {
            position += 1
        } else {
            try skipDigits()
        }
        let isInteger = current != UInt8(ascii: ".") && current | 0x20 != UInt8(ascii: "e")
        // Fifteen digits are exact in a Double.
        if isInteger, position - firstDigit <= 15 {
            var magnitude = 0
            for byte in bytes[firstDigit..<position] { magnitude = magnitude * 10 + Int(byte - UInt8(ascii: "0")) }
            return start == firstDigit ? Double(magnitude) : -Double(magnitude)
        }
        if current == UInt8(ascii: ".") {
            position += 1
            try skipDigits()
        }
        if current | 0x20 == UInt8(ascii: "e") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try skipDigits()
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        guard let value = Double(text) else { throw unexpected("no number") }
        return value
    }

    private mutating func skipDigits() throws(JSONSyntaxError) {
        let start = position
        while current >= UInt8(ascii: "0"), current <= UInt8(ascii: "9") { position += 1 }
        guard position > start else { throw unexpected("a digit was expected") }
    }
}

// Strings
extension JSONReader {
    mutating func readString() throws(JSONSyntaxError) -> String {
        position += 1
        let start = position
        try skipPlain()
        if current == UInt8(ascii: "\"") {
            let text = try text(from: start)
            position += 1
            return text
        }
        var result = try text(from: start)
        while current == UInt8(ascii: "\\") {
            result.unicodeScalars.append(try readEscape())
            let next = position
            try skipPlain()
            result += try text(from: next)
        }
        position += 1
        return result
    }

    /// Goes on to the next quote or backslash.
    private mutating func skipPlain() throws(JSONSyntaxError) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            guard byte >= 0x20 else { throw unexpected("a control character in a string") }
            position += 1
        }
        throw unexpected("a string without its end")
    }

    private func text(from start: Int) throws(JSONSyntaxError) -> String {
        guard let text = String(validating: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        else { throw JSONSyntaxError(.notUTF8, "no UTF-8", at: start) }
        return text
    }

    private mutating func readEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        position += 1
        let letter = current
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try readCodePoint()
        default:
            position = min(position - 1, bytes.count)
            throw unexpected("no such escape")
        }
    }

    /// Four hexadecimal digits, and four more for the other half of a surrogate pair; half a pair is U+FFFD.
    private mutating func readCodePoint() throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try readUnit()
        guard first >= 0xD800, first < 0xE000 else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        let isHighAndMoreFollows =
            first < 0xDC00 && position + 1 < bytes.count && current == UInt8(ascii: "\\")
            && bytes[position + 1] == UInt8(ascii: "u")
        guard isHighAndMoreFollows else { return "\u{FFFD}" }
        let back = position
        position += 2
        let second = try readUnit()
        guard second >= 0xDC00, second < 0xE000 else {
            position = back
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func readUnit() throws(JSONSyntaxError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(current)).hexDigitValue else {
                throw unexpected("a hexadecimal digit was expected")
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }
}

/// Members as they are read. Names are compared by their bytes: Swift's own comparison would take two spellings of
/// one accented letter for the same name.
private struct JSONMembers {
    var members: [JSONValue.Member] = []
    /// Made when there are many members.
    var places: [[UInt8]: Int] = [:]

    mutating func set(_ name: String, _ value: JSONValue) {
        if let place = place(of: name) {
            members[place].value = value
            return
        }
        members.append(JSONValue.Member(name, value))
        if !places.isEmpty { places[Array(name.utf8)] = members.count - 1 }
    }

    private mutating func place(of name: String) -> Int? {
        if members.count < 16 { return members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) } }
        if places.isEmpty {
            for (index, member) in members.enumerated() { places[Array(member.name.utf8)] = index }
        }
        return places[Array(name.utf8)]
    }
}
