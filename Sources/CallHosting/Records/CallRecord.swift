public import CallControl

/// What is kept of an ended call.
public struct CallRecord: Hashable, Sendable {
    /// One call of a plugin's method. Parameters and results are left out: they may be secret.
    public struct PluginCall: Hashable, Sendable {
        public enum Outcome: Hashable, Sendable {
            case result
            /// The WHAT of `error.plugin.PLUGIN.WHAT`.
            case failure(what: String)
            /// No answer was awaited any longer.
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
    public var from: String
    public var to: String
    public var direction: CallStart.Direction
    public var flow: String
    public var start: WallClockTime
    public var duration: CallDuration
    /// The dialogs that the call came through, in order, as `URI#dialog`.
    public var path: [String]
    public var pluginCalls: [PluginCall]
    public var end: End
}
