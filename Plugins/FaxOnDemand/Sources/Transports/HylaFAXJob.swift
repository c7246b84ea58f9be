/// A job in a queue of HylaFAX.
struct HylaFAXJob: Hashable, Sendable {
    let id: String
    /// What was given as JOBINFO, without what says that it is held.
    let tag: String
    /// Whether it was never let go.
    let isHeld: Bool
    /// T, P, S, B, W or R: it is still to be sent, or is being sent; D: done; F: failed.
    let state: Character
    let number: String
    /// What it says of the last attempt; empty when there was none.
    let status: String

    /// How a queue is listed, one line a job (JOBFMT).
    static let format = "%j|%J|%a|%e|%s"

    /// nil when it is no line of a listing.
    init?(_ line: some StringProtocol) {
        let fields = line.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed() }.map { String($0) }
        guard fields.count == 5, let state = fields[2].first else { return nil }
        (id, number, status) = (fields[0], fields[3], fields[4])
        self.state = state
        isHeld = fields[1].hasSuffix(Self.held) && !Self.isOver(state)
        tag = fields[1].hasSuffix(Self.held) ? String(fields[1].dropLast(Self.held.count)) : fields[1]
    }

    /// What the tag of a held job ends with.
    static let held = "-held"

    private static func isOver(_ state: Character) -> Bool { state == "D" || state == "F" }

    var progress: FaxProgress {
        if isHeld { return .held }
        return switch state {
        case "D": .sent
        case "F": failure
        default: .underWay
        }
    }

    private var failure: FaxProgress {
        let text = status.lowercased()
        func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        if says("aborted by request", "removed by", "terminated by") { return .lost(status) }
        if says("busy") { return .failed(.busy, status) }
        if says("no answer", "no response") { return .failed(.noAnswer, status) }
        if says("kill time expired") { return .failed(.server, status) }
        if says("convert", "document format", "tiff", "page size", "invalid or corrupted") {
            return .failed(.document, status)
        }
        return .failed(.line, status)
    }
}
