public import CallControl
public import PluginKit

/// One line of example data.
public struct SeedLine {
    let file: String
    let line: CSVTable.Line

    /// The text of a column, which may be empty.
    public subscript(column: String) -> String { line[column] }

    /// What the column's text stands for.
    public func value<T>(_ column: String, _ convert: (String) -> T?) throws(PluginFailure) -> T {
        guard let value = convert(line[column]) else {
            throw PluginFailure(Store.unavailable, "\(file):\(line.number): the column '\(column)' is no good")
        }
        return value
    }

    /// What the column's text stands for; nil when it is empty.
    public func optional<T>(_ column: String, _ convert: (String) -> T?) throws(PluginFailure) -> T? {
        if line[column].isEmpty { return nil }
        return try value(column, convert)
    }

    /// A text that is not empty.
    public func text(_ column: String) throws(PluginFailure) -> String {
        try value(column) { $0.isEmpty ? nil : $0 }
    }

    public func digits(_ column: String) throws(PluginFailure) -> String {
        try value(column) { text in
            !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
        }
    }

    /// `2026-01-31`, or `+4` and `-31`: days from today.
    public func day(_ column: String, _ today: CalendarDay) throws(PluginFailure) -> CalendarDay {
        try value(column) { text in
            CalendarDay(text) ?? Int(text).flatMap { abs($0) <= 36_500 ? today.adding(days: $0) : nil }
        }
    }
}
