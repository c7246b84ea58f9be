public import CallControl

/// One call: heap and scopes, form state, prompt queue, key buffer, timers, and ids of compiled machines. A value:
/// it can be copied, encoded and decoded. It knows no clock, file, wire or thread.
///
/// The first event is `.call`; the first command it causes is a `fetch` of the first document. The driver answers
/// commands by events, calls `advance(to:in:)` when `nextDeadline` has come, and stops after the `end` command.
public struct Session: Hashable, Codable, Sendable {
    public init() {}

    /// What the call stands on: what would let it go on.
    public enum Standing: String, Hashable, Codable, Sendable {
        case key, played, recorded, transferred, returned
        /// A document, grammar or script is being fetched.
        case fetched
        case ended
    }

    /// What the call stands on now.
    public var standing: Standing { .ended }

    /// When the next timer is due.
    public var nextDeadline: CallInstant? { nil }

    /// Whether the `end` command has been given.
    public var isEnded: Bool { standing == .ended }

    /// Lets timers due before `instant` fire, then handles the event. Timers due at `instant` itself fire first, too.
    /// - Throws: `ProtocolViolation` when the event is impossible now; the session is then unchanged.
    public mutating func handle(
        _ event: CallEvent, at instant: CallInstant, in world: World
    ) throws(ProtocolViolation) -> [CallCommand] { [] }

    /// Lets all timers due by `instant` fire, in order, each at its own time.
    public mutating func advance(to instant: CallInstant, in world: World) -> [CallCommand] { [] }
}

/// The driver sent what cannot be: nothing has happened.
public struct ProtocolViolation: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// Before `.call`, a second `.call`, or after the end.
        case notInProgress
        /// No such prompt, recording, transfer, invocation or fetch is awaited.
        case notAwaited
        /// `instant` is before the call's last one.
        case timeRunsBackwards
        /// The world lacks a machine, grammar or script that the session runs.
        case missingResource
    }

    public var kind: Kind
    public var message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
