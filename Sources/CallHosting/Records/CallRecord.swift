public import CallControl

/// What is kept of an ended call.
public struct CallRecord: Hashable, Sendable {
    /// One call of a plugin's method. Parameters and results are left out: they may be secret.
    public struct PluginCall: Hashable, Sendable {
        public enum Outcome: Hashable, Sendable {
            case result
            /// The WHAT of `error.plugin.PLUGIN.WHAT`.
            case failure(what: String)
            /// The answer was not awaited to the end.
            case cancelled
        }

        public var plugin: String
        public var method: String
        public var at: CallInstant
        public var outcome: Outcome
        public var duration: CallDuration
    }

    /// The gateway's own id of the call.
    public var call: String
    /// Parties, times, and what else was known when the call began.
    public var start: CallStart
    public var duration: CallDuration
    /// The dialogs that the call came through, in order, as `document.vxml#dialog`.
    public var path: [String]
    public var pluginCalls: [PluginCall]
    /// The keys that must not be told: those that sensitive fields have used, and those that nothing has used, because
    /// they may have been meant for one. Counted from 0 over all keys of the call.
    public var sensitiveKeys: Set<Int>
    public var end: End
}
