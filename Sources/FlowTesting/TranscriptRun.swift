/// What became of a transcript when its call was made.
public struct TranscriptRun: Sendable {
    var turns: [Turn]
    /// The lines behind the turn in which the call ended.
    var unreached: [TranscriptLine]
    /// Whether the transcript itself came to the end of the call.
    var isEnded: Bool
    /// What a hang-up at the transcript's end led to; nil: nothing that a transcript could tell.
    var farewell: Turn?

    /// Where the call first went another way, everything in that turn; empty: it went as written.
    public var differences: [Difference] {
        for turn in turns where !turn.differences.isEmpty {
            return turn.differences
        }
        let missed = unreached.first { if case .action = $0.content { true } else { false } }
        if let missed {
            let reasons = turns.last?.thrown.compactMap(\.line) ?? []
            return [Difference(line: missed.number, message: "the call has ended before this", events: reasons)]
        }
        guard !isEnded, let last = turns.last else { return [] }
        return [Difference(line: last.lastLine, message: "the transcript stops here", happened: last.waiting)]
    }

    /// Whether what happened can stand in the transcript's place. A call that could not be followed, with masked keys
    /// or with an answer that nothing asks for, or whose flow cannot be had, says nothing about what should be written.
    var isUpdatable: Bool {
        let hasFlow = turns.first?.happened.map(\.text) != [Happening.noDocument]
        return hasFlow && turns.allSatisfy { $0.refusal == nil && $0.complaints.isEmpty && $0.unasked == nil }
            && (isEnded || farewell != nil)
    }
}
