import CallControl
import Dialogs

// Attribute values that are not expressions. What is wrong is reported, and read as if it were not there.
extension Compilation {
    mutating func time(_ value: SourceText?, _ attribute: String) -> CallDuration? {
        guard let value else { return nil }
        guard let time = CallDuration(timeDesignation: value.text) else {
            report(.badTime(of: attribute, value))
            return nil
        }
        return time
    }

    mutating func integer(_ value: SourceText?, _ attribute: String, atLeast minimum: Int) -> Int? {
        guard let value else { return nil }
        guard value.text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(value.text), number >= minimum else {
            report(.badValue(of: attribute, value, expected: "a whole number from \(minimum)"))
            return nil
        }
        return number
    }

    mutating func boolean(_ value: SourceText?, _ attribute: String) -> Bool? {
        guard let value else { return nil }
        guard let boolean = Bool(value.text) else {
            report(.badValue(of: attribute, value, expected: "true or false"))
            return nil
        }
        return boolean
    }

    /// One of a few words, the raw values of a type. The parser reports what is none of them.
    func word<Word: RawRepresentable<String>>(_ value: SourceText?, _ words: [Word]) -> Word? {
        words.first { $0.rawValue == value?.text }
    }

    /// A number from 0, or up to a limit.
    mutating func checkNumber(_ value: SourceText?, _ attribute: String, through limit: Double = .infinity) {
        guard let value else { return }
        let isPlain = value.text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E }
        guard isPlain, let number = Double(value.text), number <= limit else {
            let expected = limit.isFinite ? "a number from 0 to \(Int(limit))" : "a number from 0"
            report(.badValue(of: attribute, value, expected: expected))
            return
        }
    }
}

extension SourceText {
    /// The words of a list separated by white space.
    var words: [String] { text.split(whereSeparator: \.isXMLSpace).map(String.init) }
}

extension Character {
    /// White space of XML 1.0 (production 3).
    var isXMLSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\r\n" }
}
