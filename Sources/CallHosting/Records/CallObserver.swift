public import CallControl

/// Sees all that happens to calls, in order, on the lane of each call: for transcripts and screens. It must be quick,
/// and is called from several lanes at once.
public protocol CallObserver: Sendable {
    /// An event reaches a call, those included that the host itself gives it (`fetched`, `returned`, `played`).
    /// - Parameter isSensitive: whether the event holds keys that may be those of a sensitive field: whatever the
    ///   observer writes must not show them.
    func record(call: String, event: CallEvent, at: CallInstant, isSensitive: Bool)

    /// A call gives a command, those included that the host itself executes (`fetch`, `invoke`).
    func record(call: String, command: CallCommand, at: CallInstant)
}
