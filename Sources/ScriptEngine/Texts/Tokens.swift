import Expressions

/// The tokens of a script as far as the search for words needs them: strings, comments and regular expressions are
/// passed over, the expressions inside a template are not.
struct Tokens {
    enum Token: Equatable {
        case word(ECMAString)
        case number
        case literal
        case punctuator(UInt16)

        static func punctuator(_ scalar: Unicode.Scalar) -> Token { .punctuator(UInt16(UInt8(ascii: scalar))) }
    }

    private(set) var list: [Token] = []
    /// Where each token ends, in code units.
    private(set) var ends: [Int] = []
    /// Whether a `/` was met of which only a parser could say what it begins.
    private(set) var isAmbiguous = false

    private let units: [UInt16]
    private var index = 0
    /// For each template that is open the depth of braces at which its text goes on.
    private var templates: [Int] = []
    private var depth = 0

    init(_ source: ECMAString) {
        units = source.units
        while index < units.count {
            let count = list.count
            readToken()
            if list.count > count { ends.append(index) }
        }
    }

    private mutating func readToken() {
        let unit = units[index]
        if unit.beginsIdentifier {
            let start = index
            while index < units.count, units[index].continuesIdentifier { index += 1 }
            list.append(.word(ECMAString(units: Array(units[start..<index]))))
        } else if (0x30...0x39).contains(unit) {
            while index < units.count, units[index].continuesIdentifier || units[index] == Self.dot { index += 1 }
            list.append(.number)
        } else {
            readMark(unit)
        }
    }

    private mutating func readMark(_ unit: UInt16) {
        switch unit {
        case 0x20, 0x09...0x0D: index += 1
        case Self.quote, Self.apostrophe: skipString(unit)
        case Self.backtick:
            index += 1
            skipTemplateText()
        case Self.slash: readSlash()
        case Self.openBrace:
            depth += 1
            append(unit)
        case Self.closeBrace:
            if templates.last == depth {
                templates.removeLast()
                depth -= 1
                index += 1
                skipTemplateText()
            } else {
                depth -= 1
                append(unit)
            }
        default: append(unit)
        }
    }

    private mutating func append(_ unit: UInt16) {
        list.append(.punctuator(unit))
        index += 1
    }

    private mutating func skipString(_ quote: UInt16) {
        index += 1
        while index < units.count, units[index] != quote {
            index += units[index] == Self.backslash ? 2 : 1
        }
        index += 1
        list.append(.literal)
    }

    private mutating func skipTemplateText() {
        while index < units.count {
            switch units[index] {
            case Self.backtick:
                index += 1
                list.append(.literal)
                return
            case Self.backslash: index += 2
            case Self.dollar where index + 1 < units.count && units[index + 1] == Self.openBrace:
                index += 2
                depth += 1
                templates.append(depth)
                return
            default: index += 1
            }
        }
    }

    private mutating func readSlash() {
        let next = index + 1 < units.count ? units[index + 1] : 0
        if next == Self.slash {
            while index < units.count, !Self.lineEnds.contains(units[index]) { index += 1 }
        } else if next == Self.star {
            index += 2
            while index + 1 < units.count, !(units[index] == Self.star && units[index + 1] == Self.slash) { index += 1 }
            index += 2
        } else if beginsRegularExpression {
            skipRegularExpression()
        } else {
            append(Self.slash)
        }
    }

    private var beginsRegularExpression: Bool {
        mutating get {
            switch list.last {
            case nil: return true
            case .number, .literal: return false
            case .word(let word): return Self.wordsBeforeExpressions.contains(word.string)
            case .punctuator(let unit):
                switch unit {
                case UInt16(UInt8(ascii: "]")): return false
                case UInt16(UInt8(ascii: ")")), Self.closeBrace, UInt16(UInt8(ascii: "+")), UInt16(UInt8(ascii: "-")):
                    isAmbiguous = true
                    return false
                default: return true
                }
            }
        }
    }

    private mutating func skipRegularExpression() {
        var isInClass = false
        index += 1
        while index < units.count, isInClass || units[index] != Self.slash {
            switch units[index] {
            case UInt16(UInt8(ascii: "[")): isInClass = true
            case UInt16(UInt8(ascii: "]")): isInClass = false
            case Self.backslash: index += 1
            default: break
            }
            index += 1
        }
        index += 1
        list.append(.literal)
    }

    /// Whether the token at an index is the name of a member. What `...` spreads is none.
    func isMember(_ index: Int) -> Bool {
        func isDot(_ index: Int) -> Bool { index >= 0 && list[index] == .punctuator(".") }
        return isDot(index - 1) && !(isDot(index - 2) && isDot(index - 3))
    }

    /// The token at an index; nil past the end.
    func token(at index: Int) -> Token? { index < list.count ? list[index] : nil }

    private static let quote = UInt16(UInt8(ascii: "\""))
    private static let apostrophe = UInt16(UInt8(ascii: "'"))
    private static let backtick = UInt16(UInt8(ascii: "`"))
    private static let backslash = UInt16(UInt8(ascii: "\\"))
    private static let slash = UInt16(UInt8(ascii: "/"))
    private static let star = UInt16(UInt8(ascii: "*"))
    private static let dollar = UInt16(UInt8(ascii: "$"))
    private static let openBrace = UInt16(UInt8(ascii: "{"))
    private static let closeBrace = UInt16(UInt8(ascii: "}"))
    private static let dot = UInt16(UInt8(ascii: "."))
    private static let lineEnds: Set<UInt16> = [0x0A, 0x0D, 0x2028, 0x2029]
    private static let wordsBeforeExpressions: Set<String> = [
        "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void",
        "yield",
    ]
}
