public import CallControl

/// Something that the host has to say to a gateway.
public enum CallOutput: Hashable, Sendable {
    /// A command of that call. Fetches are never among them, invocations only when plugins are scripted.
    case command(call: String, CallCommand)
    /// The call has come to rest (virtual clock).
    case wait(call: String, CallRest)
    /// An event was refused and nothing else happened, or a `played` stayed away.
    case error(line: Int?, call: String?, message: String)
}

/// What a call that has come to rest stands on.
public struct CallRest: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
        case key, played, recorded, transferred, returned
    }

    public var reason: Reason
    /// When its next timer is due.
    public var until: CallInstant?

    public init(_ reason: Reason, until: CallInstant?) {
        self.reason = reason
        self.until = until
    }
}
