/// Takes apart values of header fields as they are found in the wild: what is no token or quoted string (RFC 9110 5.6)
/// costs only itself. Structured fields (RFC 9651) are stricter: there one bad member would cost all.
enum FieldScanner {
    /// A part such as `name`, `name=token` or `name="quoted string"`.
    struct Part: Hashable {
        /// In small letters.
        var name: String
        /// Without its quotes; nil: there was no `=`.
        var value: String?
    }

    /// The parts of a list, separated by commas: `no-cache, max-age=60`.
    static func list(_ text: String) -> [Part] { parts(of: text, separator: ",") }

    /// The parts of a value with parameters: `text/html; charset="utf-8"`.
    static func parameters(of text: String) -> [Part] { parts(of: text, separator: ";") }

    private static func parts(of text: String, separator: Character) -> [Part] {
        split(text, at: separator).compactMap { piece in
            guard let equals = piece.firstIndex(of: "=") else {
                let name = trimmed(piece).lowercased()
                return name.isEmpty ? nil : Part(name: name, value: nil)
            }
            let name = trimmed(piece[..<equals]).lowercased()
            guard !name.isEmpty else { return nil }
            return Part(name: name, value: unquoted(trimmed(piece[piece.index(after: equals)...])))
        }
    }

    /// Splits outside of quoted strings.
    private static func split(_ text: String, at separator: Character) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                pieces.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        pieces.append(text[start...])
        return pieces
    }

    private static func unquoted(_ text: Substring) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return String(text) }
        var value = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                value.append(character)
                isEscaped = false
            }
        }
        return value
    }

    /// Without white space at its ends.
    static func trimmed(_ text: some StringProtocol) -> Substring {
        var rest = Substring(text)
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }
}
