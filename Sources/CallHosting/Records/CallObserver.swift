public import CallControl

/// Sees all that happens to calls, in order, on the lane of each call: for transcripts and screens. It must be quick,
/// and is called from several lanes at once.
public protocol CallObserver: Sendable {
    /// An event reaches a call, those included that the host itself gives it (`fetched`, `returned`, `played`).
    /// - Parameter isSensitive: whether the event holds keys that a sensitive field takes, or that nothing has used yet,
    ///   as when they are typed ahead: what is shown at once must not show them. What is written when the call has ended
    ///   is better told by `sensitiveKeys` of its record, when it is known what became of each key.
    func record(call: String, event: CallEvent, at: CallInstant, isSensitive: Bool)

    /// A call gives a command, those included that the host itself executes (`fetch`, `invoke`).
    func record(call: String, command: CallCommand, at: CallInstant)

    /// A call has ended: nothing more is recorded of it.
    func ended(_ record: CallRecord)
}
