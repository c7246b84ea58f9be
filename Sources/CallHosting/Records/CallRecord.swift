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
    /// The keys that sensitive fields have used, counted from 0 over all keys of the call.
    public var sensitiveKeys: Set<Int>
    /// The keys that nothing has used, counted likewise: they changed nothing, but may have been meant for a sensitive
    /// field.
    public var unusedKeys: Set<Int>
    public var end: End
}
