extension Play {
    /// The prompt as a person reads it, on one line: its text with runs of white space as one space; a file of sound
    /// as `[audio NAME]`, or `[audio NAME: ALTERNATE]` where the alternate has text. Pauses and marks show nothing.
    /// - Parameter folder: a URI that ends in `/`; audio below it is named relative to it.
    public func readableText(relativeTo folder: String? = nil) -> String {
        PromptItem.readableText(of: items, relativeTo: folder)
    }
}

extension PromptItem {
    fileprivate static func readableText(of items: [PromptItem], relativeTo folder: String?) -> String {
        let pieces = items.compactMap { item -> String? in
            switch item {
            case .text(let text, lang: _, ssml: _): text
            case .audio(let src, let alternate): audioText(src, alternate: alternate, relativeTo: folder)
            case .pause, .mark: nil
            }
        }
        return pieces.joinedForReading().collapsingWhitespace()
    }

    private static func audioText(_ src: String, alternate: [PromptItem], relativeTo folder: String?) -> String {
        let name = folder.flatMap { src.hasPrefix($0) ? String(src.dropFirst($0.count)) : nil } ?? src
        let text = readableText(of: alternate, relativeTo: folder)
        return text.isEmpty ? "[audio \(name)]" : "[audio \(name): \(text)]"
    }
}

extension [String] {
    /// The texts one behind the other, with a space between two of them unless both are written without spaces there,
    /// as Chinese is.
    public func joinedForReading() -> String {
        reduce(into: "") { text, next in
            if let last = text.unicodeScalars.last, let first = next.unicodeScalars.first,
                !(last.isChinese && first.isChinese)
            {
                text += " "
            }
            text += next
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is an ideograph or a sign of punctuation of its width.
    fileprivate var isChinese: Bool {
        switch value {
        case 0x3001...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x20000...0x3FFFF: true
        default: false
        }
    }
}

extension String {
    /// The text without white space at its ends and with one space for every run of it inside.
    public func collapsingWhitespace() -> String {
        isCollapsed ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether it plainly is so already: made of letters, digits and punctuation, Chinese ones too, and single spaces.
    /// Most prompts are, and telling takes a small part of splitting them.
    private var isCollapsed: Bool {
        var isAfterSpace = true
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x20 where isAfterSpace: return false
            case 0x20: isAfterSpace = true
            case 0x21...0x7E, 0xA1...0x2FF, 0x3001...0x3020, 0x3400...0x9FFF, 0xFF01...0xFF60: isAfterSpace = false
            default: return false
            }
        }
        return !isAfterSpace
    }
}
