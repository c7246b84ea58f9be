public import PluginKit

/// The kinds of columns that the tables of several plugins have.
extension SeedLine {
    /// A code that no line before it has: letters, digits, `-` and `_`.
    public func newCode(_ column: String, _ seen: inout Set<String>) throws(PluginFailure) -> String {
        let code = try value(column) { SeedLine.isCode($0) ? $0 : nil }
        return try value(column) { _ in seen.insert(code).inserted ? code : nil }
    }

    /// Whether a text can be a code.
    public static func isCode(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    }

    /// Words with spaces between them, each a word that there is.
    public func words<T>(_ column: String, _ convert: (String) -> T?) throws(PluginFailure) -> [T] {
        try value(column) { text in
            let words = text.split(separator: " ").map { convert(String($0)) }
            return words.isEmpty || words.contains { $0 == nil } ? nil : words.compactMap(\.self)
        }
    }

    /// A whole number within bounds.
    /// - Parameter empty: what it is when the column is empty; nil: it must not be.
    public func number(_ column: String, in range: ClosedRange<Int>, empty: Int? = nil) throws(PluginFailure) -> Int {
        try value(column) { text in
            text.isEmpty ? empty : Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// Days of the week, from 1, Monday, to 7: `1-5`, `6`, `1 3 5`.
    public func weekdays(_ column: String) throws(PluginFailure) -> [Int] {
        try words(column, SeedLine.weekdays(of:)).flatMap { Array($0) }
    }

    /// The days of one word, `1-5` or `6`; nil when it is none.
    public static func weekdays(of word: String) -> ClosedRange<Int>? {
        let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard (1...2).contains(ends.count), let first = ends.first, let last = ends.last, first <= last,
            (1...7).contains(first), last <= 7
        else { return nil }
        return first...last
    }

    /// The minute of the day of `09:30`; `24:00` is the day's end.
    public static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }
}
