import PluginKit
import PluginStore

/// The kinds of columns that the tables of this plugin have.
extension SeedLine {
    /// A code that another table has.
    func code(_ column: String, of known: Set<String>) throws(PluginFailure) -> String {
        try value(column) { known.contains($0) ? $0 : nil }
    }

    /// A time zone of the IANA database.
    func zone(_ column: String) throws(PluginFailure) -> String {
        try value(column) { Zone($0) == nil ? nil : $0 }
    }

    /// The columns `from` and `to`, in minutes of the day; a `to` that is not after `from` is of the next day.
    func times() throws(PluginFailure) -> (begins: Int, ends: Int) {
        let begins = try value("from") { SeedLine.minute($0).flatMap { $0 < 1440 ? $0 : nil } }
        let ends = try value("to", SeedLine.minute)
        return (begins, ends > begins ? ends : ends + 1440)
    }

    /// How long a telephone rings; nil when it is empty.
    func ring() throws(PluginFailure) -> Int? {
        try optional("ring") { Int($0).flatMap { Ringing.seconds.contains($0) ? $0 : nil } }
    }

    /// Where a transfer can go: a telephone number in one form, or a URI.
    func destination(_ column: String) throws(PluginFailure) -> String {
        try value(column) { text in
            let isURI = ["tel:", "sip:", "sips:"].contains { text.hasPrefix($0) && text.count > $0.count }
            if isURI { return text.contains(where: \.isWhitespace) ? nil : text }
            return PhoneNumber(text)?.digits
        }
    }

    /// Days of the week, and `h` for holidays, which is 0.
    func weekdaysAndHolidays(_ column: String) throws(PluginFailure) -> [Int] {
        try words(column) { $0 == "h" ? 0...0 : SeedLine.weekdays(of: $0) }.flatMap { Array($0) }
    }
}
