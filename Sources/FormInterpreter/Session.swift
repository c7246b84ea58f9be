public import CallControl

/// One call: heap and scopes, form state, prompt queue, key buffer, timers, and ids of compiled machines. A value:
/// it can be copied, encoded and decoded. It knows no clock, file, wire or thread.
///
/// The first event is `.call`; the first command it causes is a `fetch` of the first document. The driver answers
/// commands by events, calls `advance(to:in:)` when `nextDeadline` has come, and stops after the `end` command.
public struct Session: Sendable {
    private var storage = Storage(SessionState())

    public init() {}

    /// All that the session remembers: shared by its copies until one of them changes, so that a copy costs next to
    /// nothing.
    var state: SessionState {
        _read { yield storage.state }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.state) }
            yield &storage.state
        }
    }

    /// Unchecked, because it is written only by the one session that refers to it, and read-only while several do.
    private final class Storage: @unchecked Sendable {
        var state: SessionState
        init(_ state: SessionState) { self.state = state }
    }

    /// What the call stands on: what would let it go on.
    public enum Standing: String, Hashable, Codable, Sendable {
        case key, played, recorded, transferred, returned
        /// A document, grammar or script is being fetched.
        case fetched
        case ended
    }

    /// What the call stands on now: `played` as long as a prompt plays.
    public var standing: Standing {
        switch state.control {
        case .ended: return .ended
        case .fetching: return .fetched
        case _ where !state.prompts.playing.isEmpty: return .played
        case .idle, .executing, .selecting, .collecting: return .key
        case .invoking: return .returned
        case .transferring: return .transferred
        case .recording: return .recorded
        }
    }

    /// When the next timer is due, the limit on the whole call included.
    public var nextDeadline: CallInstant? { state.timers.next?.deadline }

    /// When the next timer of the dialog is due: what a gateway is told.
    public var nextTimer: CallInstant? { state.timers.nextBesidesCallTime }

    /// Whether the `end` command has been given.
    public var isEnded: Bool { state.control == .ended }

    /// Whether the caller is gone and only final processing goes on.
    public var isCallerGone: Bool { state.line != .up }

    /// The dialogs entered so far, as `document.vxml#dialog`; the first thousand.
    public var path: [String] { state.path }

    /// Whether keys pressed now would go to a field with the property `dialtone.sensitive`.
    public var isCollectingSensitively: Bool {
        switch state.control {
        case .collecting(let collection): collection.settings.isSensitive
        case .recording(let recording): recording.input.settings.isSensitive
        default: false
        }
    }

    /// Whether a key pressed now would be used at once. Else it is dropped, or waits for a field that the call has not
    /// come to.
    public var isTakingKeys: Bool {
        guard !state.prompts.refusesKeys else { return false }
        return switch state.control {
        case .collecting(let collection): collection.settings.takesKeys
        case .recording(let recording): recording.input.settings.takesKeys && recording.endedBy == nil
        default: false
        }
    }

    /// Whether keys wait to be used.
    public var holdsKeys: Bool { !state.keys.isEmpty }

    /// The keys that sensitive fields have used, counted from 0 over all keys of the call.
    public var sensitiveKeys: Set<Int> { Set(state.keys.sensitive) }

    /// The keys that nothing has used, counted likewise: pressed ahead, dropped, or pressed when none was taken. They
    /// may have been meant for a sensitive field that the call has not come to.
    public var unusedKeys: Set<Int> { state.keys.unused }

    /// The evaluations that ran into the script engine's limit: what a journal holds as `scriptLimit` events.
    public var limitedEvaluations: Set<Int> { state.scripts.limited }

    /// Handles an event. Timers due by `instant` fire before it, each at its own time.
    /// - Throws: `ProtocolViolation` when the event is impossible; the session is then unchanged.
    public mutating func handle(
        _ event: CallEvent, at instant: CallInstant, in world: World
    ) throws(ProtocolViolation) -> [CallCommand] {
        try admit(at: instant, in: world)
        var fired: [CallCommand] = []
        if let deadline = nextDeadline, deadline <= instant {
            var advanced = self
            fired = advanced.advance(to: instant, in: world)
            try advanced.admit(event)
            self = advanced
        } else {
            try admit(event)
            state.now = instant
        }
        return fired + interpret(in: world) { $0.receive(event) }
    }

    /// Lets all timers due by `instant` fire, in order, each at its own time. An instant in the past changes nothing.
    public mutating func advance(to instant: CallInstant, in world: World) -> [CallCommand] {
        var commands: [CallCommand] = []
        while let (kind, deadline) = state.timers.next, deadline <= instant, !isEnded {
            state.now = max(state.now, deadline)
            state.timers[kind] = nil
            commands += interpret(in: world) { $0.timerFired(kind) }
        }
        state.now = max(state.now, instant)
        return commands
    }

    /// Moves the state through one run of the interpreter.
    private mutating func interpret(in world: World, _ body: (inout Interpreter) -> Void) -> [CallCommand] {
        var interpreter = Interpreter(state: SessionState(), world: world)
        swap(&interpreter.state, &state)
        body(&interpreter)
        interpreter.rest()
        swap(&interpreter.state, &state)
        return interpreter.commands
    }
}

extension Session: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.storage === right.storage || left.state == right.state
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(state) }
}

extension Session: Codable {
    private enum Key: String, CodingKey {
        case state
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        state = try container.decode(SessionState.self, forKey: .state)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(state, forKey: .state)
    }
}
