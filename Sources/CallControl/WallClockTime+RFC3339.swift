extension WallClockTime {
    /// A time as RFC 3339 writes it, with its offset: `2026-11-20T10:00:00+08:00`, `2026-11-20T02:00:00.250Z`.
    /// Fractions of a millisecond are dropped; a leap second counts as the second before. nil for anything else.
    public init?(rfc3339 text: String) {
        var reader = FixedDigits(text.utf8[...])
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let dayOfMonth = reader.number(2), let day = CalendarDay(year: year, month: month, day: dayOfMonth),
            reader.skip("T") || reader.skip("t"),
            let hour = reader.number(2), hour < 24, reader.skip(":"),
            let minute = reader.number(2), minute < 60, reader.skip(":"),
            let second = reader.number(2), second <= 60,
            let milliseconds = reader.fraction(), let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - offset
        self.init(epochMilliseconds: seconds * 1000 + milliseconds, zoneOffsetSeconds: offset)
    }

    /// The time in its own zone, with milliseconds only where there are any; the zone to the minute.
    public var rfc3339: String {
        let local = epochMilliseconds + zoneOffsetSeconds * 1000
        let rest = local - Self.floor(local, 86_400_000) * 86_400_000
        let seconds = rest / 1000
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
        let fraction = rest % 1000 == 0 ? "" : "." + Self.padded(rest % 1000, 3)
        let minutes = zoneOffsetSeconds.magnitude / 60
        let zone =
            minutes == 0
            ? "Z"
            : (zoneOffsetSeconds < 0 ? "-" : "+") + Self.padded(Int(minutes / 60), 2) + ":"
                + Self.padded(Int(minutes % 60), 2)
        return day.iso + "T" + time.joined(separator: ":") + fraction + zone
    }

    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Reads numbers of fixed width from ASCII.
private struct FixedDigits {
    private var rest: Substring.UTF8View

    init(_ text: Substring.UTF8View) { rest = text }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func digit() -> Int? {
        guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte - UInt8(ascii: "0"))
    }

    mutating func number(_ width: Int) -> Int? {
        var number = 0
        for _ in 0..<width {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// The milliseconds of `.25`; 0 without a fraction, nil for a point without digits.
    mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        guard var milliseconds = digit().map({ $0 * 100 }) else { return nil }
        var weight = 10
        while let digit = digit() {
            milliseconds += digit * weight
            weight /= 10
        }
        return milliseconds
    }

    /// Seconds east of UTC.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let isEast = skip("+")
        guard isEast || skip("-"), let hours = number(2), hours < 24, skip(":"), let minutes = number(2), minutes < 60
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
}
