public import CallControl

/// Writes down a call while it goes on, as a transcript that can be replayed.
public struct TranscriptWriter: Sendable {
    /// Stands for a key of a sensitive field. A transcript with it cannot be replayed until somebody fills the keys in.
    public static let mask: Character = "•"

    private var lines: [String] = []
    private var folder = ""
    private var lastEvent = CallInstant.start
    /// Happenings and pressed keys that are not lines yet, because what follows may still change them.
    private var pending: [Happening] = []
    private var pressed: (text: String, isEarly: Bool)?
    private var isMasked = false
    /// Prompts that the caller has not heard to their end.
    private var unplayed: PromptID?
    private var transfers: [TransferID: CallInstant] = [:]
    private var invocations: [InvocationID: (invoke: Invoke, at: CallInstant)] = [:]
    /// How the flow is named in the header; nil: found by the folder.
    private let flow: String?

    /// - Parameter flow: what the header's `flow:` line says; nil: no such line.
    public init(flow: String?) { self.flow = flow }

    /// The transcript as far as the call has come.
    public var text: String {
        var copy = self
        copy.flushHappenings()
        copy.flushKeys()
        let note = "# • stands for a key of a sensitive field, which is not saved: write in its place what to press."
        return ((isMasked ? [note] : []) + copy.lines).joined(separator: "\n") + "\n"
    }

    /// - Parameter isSensitive: whether keys of the event are not to be written.
    public mutating func record(_ event: CallEvent, at: CallInstant, isSensitive: Bool) {
        lastEvent = at
        switch event {
        case .call(let start):
            folder = URIReference.resolve(".", against: start.flow) ?? ""
            lines += start.transcriptHeader(flow: flow)
        case .keys(let keys): press(keys, isSensitive: isSensitive)
        case .played(let prompt):
            if let last = unplayed, prompt >= last { unplayed = nil }
        case .transferred(let id, let outcome):
            act(outcome.transcriptLine(after: transfers.removeValue(forKey: id).map { at - $0 } ?? .zero))
        case .returned(let id, let answer):
            guard let (invoke, begin) = invocations.removeValue(forKey: id) else { return }
            let answer = ScriptedAnswer(
                plugin: invoke.plugin, method: invoke.method, delay: at - begin, answer: answer)
            act(answer.transcriptLine)
        case .hangup: act(unplayed == nil ? "hang-up" : "hang-up early")
        case .mark, .recorded, .fetched, .scriptLimit: break
        }
    }

    public mutating func record(_ command: CallCommand, at: CallInstant) {
        if at > lastEvent {
            // Nothing but a timer makes a call speak by itself.
            lastEvent = at
            act("silence")
        }
        switch command {
        case .play(let play): unplayed = play.prompt
        case .stopPrompt(let stopped):
            unplayed = nil
            pending.removeAll { if case .says(let prompt, _) = $0 { prompt >= stopped } else { false } }
            return
        case .transfer(let transfer): transfers[transfer.transfer] = at
        case .invoke(let invoke): invocations[invoke.invocation] = (invoke, at)
        default: break
        }
        if let happening = Happening(command, folder: folder) {
            flushKeys()
            pending.append(happening)
        }
    }

    private mutating func press(_ keys: [DTMFKey], isSensitive: Bool) {
        flushHappenings()
        if isSensitive { isMasked = true }
        let text = isSensitive ? String(repeating: Self.mask, count: keys.count) : keys.text
        if pressed == nil { pressed = ("", unplayed != nil) }
        pressed?.text += text
    }

    /// Writes the line of something that is not a key.
    private mutating func act(_ line: String) {
        flushHappenings()
        flushKeys()
        lines.append(line)
    }

    private mutating func flushKeys() {
        guard let keys = pressed else { return }
        lines.append((keys.isEarly ? "keys early: " : "keys: ") + keys.text)
        pressed = nil
    }

    private mutating func flushHappenings() {
        lines += pending.flatMap(\.transcriptLines)
        pending = []
    }
}

extension CallStart {
    /// The header of a transcript of this call, and an empty line.
    fileprivate func transcriptHeader(flow: String?) -> [String] {
        var lines = ["call from \(Self.word(from)) to \(Self.word(to)) at \(start.rfc3339)"]
        if let flow { lines.append("flow: \(flow)") }
        if seed != 0 { lines.append("seed: \(seed)") }
        if direction != .inbound { lines.append("direction: \(direction.rawValue)") }
        if let variables { lines.append("variables: \(variables.jsonText)") }
        if let aai { lines.append("aai: \(aai)") }
        return lines + [""]
    }

    /// A number or an address as one word.
    private static func word(_ uri: String) -> String {
        uri.isEmpty ? "unknown" : uri.split(whereSeparator: \.isWhitespace).joined(separator: "%20")
    }
}
