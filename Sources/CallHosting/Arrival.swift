public import CallControl

/// Something that a gateway sends for one call.
public struct Arrival: Hashable, Sendable {
    public enum Occurrence: Hashable, Sendable {
        case event(CallEvent)
        /// Nothing happened up to that moment (virtual clock).
        case tick
    }

    /// The gateway's own id of the call.
    public var call: String
    public var occurrence: Occurrence
    /// Since the call's start; nil: now.
    public var at: CallInstant?
    /// The gateway's line, for errors.
    public var line: Int?

    public init(_ call: String, _ event: CallEvent, at: CallInstant? = nil, line: Int? = nil) {
        self.init(call, .event(event), at: at, line: line)
    }

    public init(_ call: String, _ occurrence: Occurrence, at: CallInstant? = nil, line: Int? = nil) {
        self.call = call
        self.occurrence = occurrence
        self.at = at
        self.line = line
    }
}
