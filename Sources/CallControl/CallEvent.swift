/// What happens to a call: all that reaches a session from outside.
public enum CallEvent: Hashable, Codable, Sendable {
    /// A call has arrived and is answered: the first event of every call.
    case call(CallStart)
    /// Key presses, in order, all at one moment.
    case keys([DTMFKey])
    /// A mark of a playing prompt has been passed.
    case mark(PromptID, name: String)
    /// A prompt has come to its end by itself, and so have all before it.
    case played(PromptID)
    case recorded(RecordID, RecordingOutcome)
    case transferred(TransferID, TransferOutcome)
    /// A plugin has answered.
    case returned(InvocationID, PluginAnswer)
    /// A document, grammar or script has been fetched and compiled, or cannot be had.
    case fetched(FetchID, FetchOutcome)
    /// The evaluation with this ordinal ran into the script engine's limit when the call was live. Given before the
    /// event in which it happened, it makes a replay independent of the machine's speed.
    case scriptLimit(evaluation: Int)
    /// The caller has gone.
    case hangup(reason: String?)
}

/// How a call begins: all that a session knows of the world when it starts.
public struct CallStart: Hashable, Codable, Sendable {
    public enum Direction: String, Hashable, Codable, Sendable {
        case inbound, outbound
    }

    /// One step of a redirected call, as `session.connection.redirect` has it (VoiceXML 2.0 5.1.4).
    public struct Redirect: Hashable, Codable, Sendable {
        public var uri: String
        public var reason: String
        public var presentation: String?
        public var screening: String?

        public init(uri: String, reason: String, presentation: String? = nil, screening: String? = nil) {
            self.uri = uri
            self.reason = reason
            self.presentation = presentation
            self.screening = screening
        }
    }

    /// The caller's number (ANI) as a URI.
    public var from: String
    /// The number called (DNIS) as a URI.
    public var to: String
    public var direction: Direction
    /// The absolute URI of the first document, with a fragment where it names a dialog.
    public var flow: String
    public var start: WallClockTime
    /// The seed of all that is random in the call.
    public var seed: UInt64
    /// `session.connection.protocol.variables`.
    public var variables: JSONValue?
    /// Application-to-application information.
    public var aai: String?
    public var redirect: [Redirect]
    public var originator: String?
    public var protocolName: String?
    public var protocolVersion: String?

    public init(
        from: String, to: String, direction: Direction = .inbound, flow: String, start: WallClockTime = .virtualEpoch,
        seed: UInt64 = 0, variables: JSONValue? = nil, aai: String? = nil, redirect: [Redirect] = [],
        originator: String? = nil, protocolName: String? = nil, protocolVersion: String? = nil
    ) {
        self.from = from
        self.to = to
        self.direction = direction
        self.flow = flow
        self.start = start
        self.seed = seed
        self.variables = variables
        self.aai = aai
        self.redirect = redirect
        self.originator = originator
        self.protocolName = protocolName
        self.protocolVersion = protocolVersion
    }
}

/// How a recording ended (VoiceXML 2.0 2.3.6).
public struct RecordingOutcome: Hashable, Codable, Sendable {
    public var duration: CallDuration
    public var uri: String?
    /// Bytes; 0: nothing was said.
    public var size: Int?
    public var termchar: DTMFKey?
    public var maxtime: Bool

    public init(
        duration: CallDuration, uri: String? = nil, size: Int? = nil, termchar: DTMFKey? = nil, maxtime: Bool = false
    ) {
        self.duration = duration
        self.uri = uri
        self.size = size
        self.termchar = termchar
        self.maxtime = maxtime
    }
}

/// How a transfer ended (VoiceXML 2.0 2.3.7).
public struct TransferOutcome: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case nearEndDisconnect = "near_end_disconnect"
        case farEndDisconnect = "far_end_disconnect"
        case networkDisconnect = "network_disconnect"
        case maxtimeDisconnect = "maxtime_disconnect"
        case busy
        case noanswer
        case networkBusy = "network_busy"
        case unknown
        /// A blind transfer has gone through.
        case answered
        /// `event` says which.
        case error
    }

    public var kind: Kind
    /// The VoiceXML event of an `error`.
    public var event: String?
    public var duration: CallDuration?
    public var reason: String?

    public init(_ kind: Kind, event: String? = nil, duration: CallDuration? = nil, reason: String? = nil) {
        self.kind = kind
        self.event = event
        self.duration = duration
        self.reason = reason
    }
}

/// What a plugin answered.
public enum PluginAnswer: Hashable, Codable, Sendable {
    /// An object that goes into the item variable.
    case result(JSONValue)
    /// Thrown as `error.plugin.PLUGIN.<what>`.
    case failure(what: String, message: String?)
}

/// How a fetch ended.
public enum FetchOutcome: Hashable, Codable, Sendable {
    /// The resource is in the world now, under this id. The fragment is that of a redirect, which counts more than
    /// the one that was asked for (RFC 9110 10.2.2).
    case loaded(ResourceID, fragment: String? = nil)
    /// The event to throw (`error.badfetch…`, `error.noauthorization`, `error.unsupported.format`, …) and why.
    case failed(event: String, message: String)
}
