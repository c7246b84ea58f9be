import CallControl
import DialogMachines

/// Queueing and playing prompts (VoiceXML 2.0 4.1).
extension Interpreter {
    /// Evaluates a prompt and queues it. Its condition has been asked.
    mutating func queue(_ prompt: PromptEntry) throws(DialogEvent) {
        state.prompts.timeout = prompt.timeout
        let items = try render(prompt.content, lang: prompt.lang)
        guard !items.isEmpty, isLineUp else { return }
        let bargein = prompt.bargein ?? flag("bargein", default: true)
        let type =
            prompt.bargeintype ?? property("bargeintype").flatMap { PromptEntry.BargeinType(rawValue: $0) } ?? .speech
        state.prompts.queued.append(.init(items: items, bargein: bargein, bargeintype: type))
    }

    /// Writes what is queued to the gateway.
    mutating func flushPrompts() {
        for prompt in state.prompts.queued {
            let id: PromptID = state.serials.next(\.prompt)
            emit(.play(Play(prompt: id, bargein: prompt.bargein, items: prompt.items)))
            state.prompts.playing.append(
                .init(
                    id: id, bargein: prompt.bargein, bargeintype: prompt.bargeintype,
                    marks: prompt.items.compactMap(\.mark)))
        }
        state.prompts.queued = []
    }

    /// Stops what plays, and drops what plays behind it.
    mutating func stopPrompts() {
        guard let current = state.prompts.current else { return }
        emit(.stopPrompt(current.id))
        state.prompts.playing = []
        state.prompts.mark?.end(at: state.now)
    }

    /// A prompt has come to its end, and with it all before it.
    mutating func promptEnded(_ id: PromptID) {
        passRemainingMarks(upTo: id)
        state.prompts.playing.removeAll { $0.id <= id }
        guard state.prompts.playing.isEmpty else { return }
        state.prompts.mark?.end(at: state.now)
        promptsEnded()
    }
}
