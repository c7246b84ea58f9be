import CallControl

/// A `<mark>` that the caller has heard: what `markname` and `marktime` say (VoiceXML 2.1 4).
struct PassedMark: Hashable, Codable, Sendable {
    var name: String
    var at: CallInstant
    /// When the prompts came to their end or were stopped.
    var end: CallInstant?

    init(_ name: String, at instant: CallInstant) {
        self.name = name
        at = instant
    }

    mutating func end(at instant: CallInstant) { if end == nil { end = instant } }

    /// The time from the mark to the end of the prompts; while they play, to now.
    func elapsed(at now: CallInstant) -> CallDuration { (end ?? now) - at }
}

extension Interpreter {
    /// The gateway tells that a mark has been passed: those before it have been, too.
    mutating func markPassed(_ name: String, in prompt: PromptID) {
        guard let index = state.prompts.playing.firstIndex(where: { $0.id == prompt }) else { return }
        if let passed = state.prompts.playing[index].marks.firstIndex(of: name) {
            state.prompts.playing[index].marks.removeFirst(passed + 1)
        }
        state.prompts.mark = PassedMark(name, at: state.now)
    }

    /// Prompts that are over had all their marks, also where the gateway tells of none.
    mutating func passRemainingMarks(upTo prompt: PromptID) {
        for playing in state.prompts.playing where playing.id <= prompt {
            if let last = playing.marks.last { state.prompts.mark = PassedMark(last, at: state.now) }
        }
    }
}

extension PromptItem {
    /// The name of a mark.
    var mark: String? { if case .mark(let name) = self { name } else { nil } }
}
