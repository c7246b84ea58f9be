import CallControl

extension Happening {
    /// The lines of a transcript that tell of it.
    var transcriptLines: [String] {
        switch self {
        case .says(_, let text): TranscriptText.wrapped("ivr: \(text)")
        case .dials(let text): ["dials: \(text)"]
        case .logs(let text): TranscriptText.wrapped("log: \(text)")
        case .ends(let text): ["end: \(text)"]
        }
    }
}

extension CallDuration {
    /// `5s`, `300ms`.
    var transcriptText: String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }
}

extension TransferOutcome {
    /// The line that tells how a transfer ended.
    func transcriptLine(after delay: CallDuration) -> String {
        let words = ["transfer:", kind.rawValue, event]
        let time = delay == .zero ? nil : "after \(delay.transcriptText)"
        return (words + [time]).compactMap { $0 }.joined(separator: " ")
    }
}

extension RecordingOutcome {
    /// The line that tells how a recording ended.
    var transcriptLine: String {
        if size == 0 { return "recording: silence" }
        let end = maxtime ? "maxtime" : termchar.map { String($0.character) }
        return ["recording: \(duration.transcriptText)", end].compactMap(\.self).joined(separator: " ")
    }
}

extension ScriptedAnswer {
    /// The line that tells what a plugin answered.
    var transcriptLine: String {
        let time = delay == .zero ? "" : " after \(delay.transcriptText)"
        let head = "plugin \(plugin).\(method)\(time): "
        return switch answer {
        case .result(let value): head + value.transcriptText
        case .failure(let what, let message):
            head + ["error", what, message?.transcriptArgument].compactMap { $0 }.joined(separator: " ")
        }
    }
}

extension JSONValue {
    /// JSON in which white space counts: that of strings is escaped where a transcript would make one space of it.
    var transcriptText: String {
        var text = ""
        var isAfterSpace = false
        for character in jsonText {
            let isKept = !character.isWhitespace || (character == " " && !isAfterSpace)
            text += isKept ? String(character) : character.utf16.map { "\\u" + $0.hexadecimal(digits: 4) }.joined()
            isAfterSpace = character.isWhitespace
        }
        return text
    }
}

extension String {
    /// The text as a line can have it: in JSON where it would read otherwise than it is.
    var transcriptArgument: String {
        let isPlain = !isEmpty && !hasPrefix("\"") && self == collapsingWhitespace()
        return isPlain ? self : JSONValue.string(self).transcriptText
    }

    /// Reads a text that may be in JSON.
    init(transcriptArgument text: String) {
        guard text.hasPrefix("\""), case .string(let string)? = try? JSONValue(parsing: text) else {
            self = text
            return
        }
        self = string
    }
}

enum TranscriptText {
    /// Breaks a line between words, so that it stays readable; what continues is indented.
    static func wrapped(_ line: String, width: Int = 100) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = "    "
            } else if !current.isEmpty {
                current += " "
            }
            current += word
        }
        return lines + [current]
    }

    /// A text behind a label, in lines of 76 columns; what continues stands below its beginning.
    static func hanging(_ label: String, _ text: String) -> [String] {
        let lines = text.collapsingWhitespace().withoutControls.wrapped(to: 76 - label.displayWidth)
        let indentation = String(repeating: " ", count: label.displayWidth)
        return lines.enumerated().map { ($0 == 0 ? label : indentation) + $1 }
    }
}
