import CallControl

/// The content lines of a calendar (RFC 5545, section 3.1).
struct CalendarText {
    private(set) var text = ""

    /// Adds a line, folded where it is longer than 75 octets, and never within a character.
    /// - Parameter value: as the property has it; text is escaped before.
    mutating func add(_ name: String, _ value: String) {
        var room = 75
        for scalar in "\(name):\(value)".unicodeScalars {
            let width = UTF8.width(scalar)
            if width > room {
                text += "\r\n "
                room = 74
            }
            text.unicodeScalars.append(scalar)
            room -= width
        }
        text += "\r\n"
    }

    /// A value of type TEXT (section 3.3.11). Control characters have no place in it.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A moment in UTC (section 3.3.5): `20260105T080000Z`.
    /// - Parameter moment: seconds since 1970.
    static func time(_ moment: Int) -> String {
        WallClockTime(epochMilliseconds: moment * 1000).rfc3339.filter { $0 != "-" && $0 != ":" }
    }
}
