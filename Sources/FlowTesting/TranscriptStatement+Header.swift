import CallControl

extension TranscriptHeader {
    /// `call [from URI] [to URI] [at TIME]`.
    init(call statement: TranscriptStatement) throws(TranscriptSyntaxError) {
        var words = statement.modifiers[...]
        while let word = words.popFirst() {
            guard let value = words.popFirst() else { throw .init("there is nothing behind “\(word)”") }
            switch word {
            case "from": from = String(value)
            case "to": to = String(value)
            case "at":
                guard let time = WallClockTime(rfc3339: String(value)) else {
                    throw .init("“\(value)” is no time; write it as 2026-11-20T10:00:00+08:00")
                }
                start = time
            default: throw .init("“\(word)” is unknown here; a call line is: call from URI to URI at TIME")
            }
        }
    }

    /// Reads one of the lines that may follow the call line.
    /// - Returns: whether it is one.
    mutating func read(_ statement: TranscriptStatement) throws(TranscriptSyntaxError) -> Bool {
        guard Self.keywords.contains(statement.keyword) else { return false }
        let value = try statement.onlyArgument()
        switch statement.keyword {
        case "flow": flow = value
        case "aai": aai = String(transcriptArgument: value)
        case "seed":
            guard let seed = UInt64(value) else { throw .init("a seed is a whole number") }
            self.seed = seed
        case "direction":
            guard let direction = CallStart.Direction(rawValue: value) else {
                throw .init("a direction is inbound or outbound")
            }
            self.direction = direction
        case "variables":
            variables = try JSONValue(transcript: value)
        default:
            guard value == "scripted" else {
                throw .init("plugins: scripted is all that can be said here; without it the real ones answer")
            }
            isScripted = true
        }
        return true
    }

    private static let keywords: Set = ["flow", "aai", "seed", "direction", "variables", "plugins"]
}

extension JSONValue {
    /// An object written in JSON.
    init(transcript text: String) throws(TranscriptSyntaxError) {
        guard let value = try? JSONValue(parsing: text), case .object = value else {
            throw .init("this must be an object in JSON, as {\"found\": true}")
        }
        self = value
    }
}
