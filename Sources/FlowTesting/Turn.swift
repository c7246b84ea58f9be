import FormInterpreter

/// One turn of a call: something that the caller does, and all that the IVR does until the call next rests.
struct Turn: Sendable {
    /// The line with the caller's action; nil in the first turn, in which the call is answered.
    var action: TranscriptLine?
    /// What the transcript has up to the next action: expectations, answers and remarks.
    var lines: [TranscriptLine]
    /// What the IVR really did.
    var happened: [Happening] = []
    /// The events of the dialog that were thrown, in order.
    var thrown: [ThrownEvent] = []
    /// Why the action, or an answer of a plugin, was impossible.
    var refusal: String?
    /// What was wrong with the call: that it did not come to rest.
    var complaints: [String] = []
    /// The line of that answer.
    var refusedLine: Int?
    /// The first of its answers of plugins that nothing asked for.
    var unasked: (line: Int, answer: ScriptedAnswer)?
    /// What the call waits for when it goes on after this turn.
    var waiting: String?

    var expectations: [(line: TranscriptLine, expectation: Expectation)] {
        lines.compactMap { line in
            if case .expectation(let expectation) = line.content { (line, expectation) } else { nil }
        }
    }

    /// The line at which something that is missing from the transcript would stand.
    var lastLine: Int { (lines.last { $0.content != .remark } ?? action ?? lines.first)?.number ?? 1 }

    /// A transcript's lines cut at the caller's actions.
    static func cut(_ lines: [TranscriptLine]) -> [Turn] {
        var turns = [Turn(action: nil, lines: [])]
        for line in lines {
            if case .action = line.content {
                turns.append(Turn(action: line, lines: []))
            } else {
                turns[turns.count - 1].lines.append(line)
            }
        }
        return turns
    }
}
