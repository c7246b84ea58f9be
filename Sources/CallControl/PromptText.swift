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
        return pieces.joined(separator: " ").collapsingWhitespace()
    }

    private static func audioText(_ src: String, alternate: [PromptItem], relativeTo folder: String?) -> String {
        let name = folder.flatMap { src.hasPrefix($0) ? String(src.dropFirst($0.count)) : nil } ?? src
        let text = readableText(of: alternate, relativeTo: folder)
        return text.isEmpty ? "[audio \(name)]" : "[audio \(name): \(text)]"
    }
}

extension String {
    /// The text without white space at its ends and with one space for every run of it inside.
    public func collapsingWhitespace() -> String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
