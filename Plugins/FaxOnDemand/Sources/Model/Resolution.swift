/// How fine the pages of a fax are (ITU-T T.4).
enum Resolution: String, Codable, CaseIterable, Sendable {
    case standard, fine

    /// Lines per inch; there are 204 dots per inch in a line.
    var linesPerInch: Int {
        switch self {
        case .standard: 98
        case .fine: 196
        }
    }

    /// Lines of a page of A4, 297 mm.
    var lines: Int {
        switch self {
        case .standard: 1146
        case .fine: 2292
        }
    }

    /// Dots of a line, 215 mm.
    static let dots = 1728
}
