public import CallControl

/// Writes down a call while it goes on, as a transcript that can be replayed.
public struct TranscriptWriter: Sendable {
    /// Stands for a key of a sensitive field. A transcript with it cannot be replayed until somebody fills the keys in.
    public static let mask: Character = "•"

    /// A line, or keys of which some may have to be masked.
    private enum Entry {
        case line(String)
        case keys([(index: Int, key: DTMFKey)], isEarly: Bool)
    }

    private var entries: [Entry] = []
    private var folder = ""
    private var lastEvent = CallInstant.start
    /// Happenings that are not lines yet, because a prompt that is stopped in the same breath is never heard.
    private var pending: [Happening] = []
    /// How many keys have been pressed, and which of them are known to be of a sensitive field.
    private var keyCount = 0
    private var sensitiveKeys: Set<Int> = []
    /// Whether the next keys can be one event with the last: not when a document has come between them, on which keys
    /// of one event would have waited.
    private var isInKeys = false
    /// Prompts that the caller has not heard to their end.
    private var unplayed: PromptID?
    private var transfers: [TransferID: CallInstant] = [:]
    private var invocations: [InvocationID: (invoke: Invoke, at: CallInstant)] = [:]
    /// How the flow is named in the header; nil: found by the folder.
    private let flow: String?

    /// - Parameter flow: what the header's `flow:` line says; nil: no such line.
    public init(flow: String?) { self.flow = flow }

    /// The transcript as far as the call has come.
    /// - Parameters:
    ///   - sensitiveKeys: keys that must not be told, besides those known already, counted from 0.
    ///   - unusedKeys: keys that changed nothing, counted likewise. They are left out, for nobody knows what they were
    ///     meant for: maybe a sensitive field.
    public func text(hiding sensitiveKeys: Set<Int> = [], leavingOut unusedKeys: Set<Int> = []) -> String {
        let hidden = sensitiveKeys.union(self.sensitiveKeys).subtracting(unusedKeys)
        let lines = entries.compactMap { entry -> String? in
            switch entry {
            case .line(let line): return line
            case .keys(let keys, let isEarly):
                let used = keys.filter { !unusedKeys.contains($0.index) }
                guard !used.isEmpty else { return nil }
                return (isEarly ? "keys early: " : "keys: ")
                    + String(used.map { hidden.contains($0.index) ? Self.mask : $0.key.character })
            }
        }
        let note = hidden.isEmpty ? [] : [Self.note]
        return (note + lines + pending.flatMap(\.transcriptLines)).joined(separator: "\n") + "\n"
    }

    private static let note =
        "# \(mask) stands for a key of a sensitive field, which is not saved: write in its place what to press."

    /// - Parameter isSensitive: whether keys of the event must not be told.
    public mutating func record(_ event: CallEvent, at: CallInstant, isSensitive: Bool) {
        lastEvent = at
        switch event {
        case .call(let start):
            folder = URIReference.resolve(".", against: start.flow) ?? ""
            entries += start.transcriptHeader(flow: flow).map(Entry.line)
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
        case .fetched: isInKeys = false
        case .recorded(_, let outcome): act(outcome.transcriptLine)
        case .mark, .scriptLimit: break
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
            pending.append(happening)
        }
    }

    /// Keys one behind the other become one line, unless something was heard between them.
    private mutating func press(_ keys: [DTMFKey], isSensitive: Bool) {
        let indexed = zip(keyCount..., keys).map { (index: $0, key: $1) }
        keyCount += keys.count
        if isSensitive { sensitiveKeys.formUnion(indexed.map(\.index)) }
        defer { isInKeys = true }
        if isInKeys, pending.isEmpty, case .keys(let before, let isEarly)? = entries.last {
            entries[entries.count - 1] = .keys(before + indexed, isEarly: isEarly)
        } else {
            flush()
            entries.append(.keys(indexed, isEarly: unplayed != nil))
        }
    }

    /// Writes the line of something that is not a key.
    private mutating func act(_ line: String) {
        flush()
        entries.append(.line(line))
    }

    private mutating func flush() {
        entries += pending.flatMap(\.transcriptLines).map(Entry.line)
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
        if let variables { lines.append("variables: \(variables.transcriptText)") }
        if let aai { lines.append("aai: \(aai.transcriptArgument)") }
        return lines + [""]
    }

    /// A number or an address as one word.
    private static func word(_ uri: String) -> String {
        uri.isEmpty ? "unknown" : uri.split(whereSeparator: \.isWhitespace).joined(separator: "%20")
    }
}
