import CallControl

/// The dates of cookies, which are read more leniently than those of other fields (RFC 6265 5.1.1).
enum CookieDate {
    static func read(_ text: String) -> HTTPTime? {
        var time: Int?
        var day: Int?
        var month: Int?
        var year: Int?
        for token in text.utf8.split(whereSeparator: isDelimiter) {
            let word = String(decoding: token, as: UTF8.self).lowercased()
            if time == nil, let seconds = HTTPDate.secondsOfDay(word.prefix { $0.isNumber || $0 == ":" }) {
                time = seconds
            } else if day == nil, let number = number(word, digits: 1...2) {
                day = number
            } else if month == nil, let index = HTTPDate.months.firstIndex(of: String(word.prefix(3))) {
                month = index + 1
            } else if year == nil, let number = number(word, digits: 2...4) {
                year = number < 70 ? number + 2000 : number < 100 ? number + 1900 : number
            }
        }
        guard let time, let day, let month, let year, year >= 1601,
            let date = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        return HTTPTime(seconds: date.daysSince1970 * 86_400 + time)
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x20...0x2F, 0x3B...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// A number at the beginning of the word, with so many digits.
    private static func number(_ word: String, digits: ClosedRange<Int>) -> Int? {
        let written = word.prefix { $0.isASCII && $0.isNumber }
        return digits.contains(written.count) ? Int(written) : nil
    }
}
