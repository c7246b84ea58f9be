/// The words and marks of ECMAScript text, comments left out: enough to see which names it uses.
struct ScriptWords {
    enum Token: Equatable {
        case word(String)
        /// A number, a string, a template or a regular expression.
        case literal
        /// A single ASCII character.
        case mark(Unicode.Scalar)
        /// `=>`
        case arrow
        /// `==`, `!=`, `<=`, `>=` and the like: not an assignment.
        case comparison
    }

    private(set) var tokens: [Token] = []
    private let text: [UInt8]
    private var position = 0

    /// How deep templates are within templates.
    private var templates = 0
    private static let mostTemplates = 8

    /// nil when the text has what this scanner does not understand.
    init?(_ text: String) {
        self.text = Array(text.utf8)
        while position < self.text.count {
            guard scan(self.text[position]) else { return nil }
        }
    }

    private mutating func scan(_ first: UInt8) -> Bool {
        switch first {
        case 0x09...0x0D, 0x20: position += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            skip { Self.isWordByte($0) || $0 == UInt8(ascii: ".") }
            tokens.append(.literal)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return skipString(first)
        case _ where Self.isWordByte(first):
            let start = position
            skip(while: Self.isWordByte)
            tokens.append(.word(String(decoding: text[start..<position], as: UTF8.self)))
        default: return scanMark(first)
        }
        return true
    }

    /// Letters beyond ASCII are taken for parts of words, whatever they are.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
            true
        default: false
        }
    }

    private func stands(_ mark: StaticString) -> Bool {
        mark.withUTF8Buffer { text[position...].starts(with: $0) }
    }

    private mutating func skip(while isSkipped: (UInt8) -> Bool) {
        while position < text.count, isSkipped(text[position]) { position += 1 }
    }

    private mutating func skipString(_ quote: UInt8) -> Bool {
        position += 1
        while position < text.count {
            let byte = text[position]
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == quote {
                tokens.append(.literal)
                return true
            }
            if quote == UInt8(ascii: "`"), byte == UInt8(ascii: "$"), stands("{"), !scanInsertion() { return false }
        }
        return false
    }

    /// What a template puts in: an expression of its own, told as one in parentheses.
    private mutating func scanInsertion() -> Bool {
        guard templates < Self.mostTemplates else { return false }
        templates += 1
        defer { templates -= 1 }
        position += 1
        tokens.append(.mark("("))
        var depth = 0
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                guard depth > 0 else {
                    position += 1
                    tokens.append(.mark(")"))
                    return true
                }
                depth -= 1
            default: break
            }
            guard scan(text[position]) else { return false }
        }
        return false
    }

    private mutating func scanMark(_ first: UInt8) -> Bool {
        if stands("//") {
            skip { $0 != 0x0A && $0 != 0x0D }
        } else if stands("/*") {
            while position < text.count, !stands("*/") { position += 1 }
            position += 2
        } else if first == UInt8(ascii: "/"), beginsRegularExpression {
            return skipRegularExpression()
        } else if stands("=>") {
            position += 2
            tokens.append(.arrow)
        } else if stands("==") || stands("!=") || stands("<=") || stands(">=") {
            position += 2
            skip { $0 == UInt8(ascii: "=") }
            tokens.append(.comparison)
        } else {
            position += 1
            tokens.append(.mark(Unicode.Scalar(first)))
        }
        return true
    }

    /// A slash divides after a value, and begins a regular expression elsewhere.
    private var beginsRegularExpression: Bool {
        switch tokens.last {
        case .word(let word): ["return", "typeof", "case", "in", "of", "void"].contains(word)
        case .literal, .mark(")"), .mark("]"), .mark("}"): false
        default: true
        }
    }

    private mutating func skipRegularExpression() -> Bool {
        position += 1
        var isInClass = false
        while position < text.count {
            let byte = text[position]
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            switch byte {
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                skip(while: Self.isWordByte)
                tokens.append(.literal)
                return true
            case 0x0A, 0x0D: return false
            default: break
            }
        }
        return false
    }
}
