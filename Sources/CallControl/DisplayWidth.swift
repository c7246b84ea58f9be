extension Unicode.Scalar {
    /// How many columns of a terminal it takes: 2 for what East Asian scripts write wide, 0 for what joins the
    /// character before.
    var displayWidth: Int {
        if properties.generalCategory == .nonspacingMark || properties.generalCategory == .enclosingMark { return 0 }
        switch value {
        case 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// Whether a line may be broken before and after it: ideographs are not parted by spaces.
    var isIdeograph: Bool { properties.isIdeographic || (0x3040...0x30FF).contains(value) }
}

extension String {
    /// How many columns of a terminal it takes.
    public var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }
}
