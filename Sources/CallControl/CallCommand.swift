/// What a session asks of the world. Prompts, recordings, transfers, fetches and invocations end in at most one
/// completing event; a stopped prompt owes none, and a hang-up completes all.
public enum CallCommand: Hashable, Codable, Sendable {
    case play(Play)
    /// Stop that prompt and drop what is queued behind it.
    case stopPrompt(PromptID)
    case stopRecord(RecordID)
    case stopTransfer(TransferID)
    case record(Record)
    case transfer(Transfer)
    case invoke(Invoke)
    /// The answer of this invocation is no longer awaited.
    case cancelInvocation(InvocationID)
    case fetch(Fetch)
    /// The answer to this fetch is no longer awaited.
    case cancelFetch(FetchID)
    /// What the document that has been entered may need soon. Nothing is owed.
    case prefetch([Prefetch])
    /// Hang up once the prompts written before have ended.
    case disconnect(reason: String?, values: JSONValue?)
    /// The flow's own `<log>`.
    case log(label: String?, text: String)
    /// The session is over: the last command of a call, once for every call.
    case end(End)
}

/// Play these items in order.
public struct Play: Hashable, Codable, Sendable {
    public var prompt: PromptID
    public var bargein: Bool
    public var items: [PromptItem]

    public init(prompt: PromptID, bargein: Bool, items: [PromptItem]) {
        self.prompt = prompt
        self.bargein = bargein
        self.items = items
    }
}

/// A piece of a prompt.
public indirect enum PromptItem: Hashable, Codable, Sendable {
    /// Text to be spoken; `ssml` has the markup where there is any.
    case text(String, lang: String, ssml: String?)
    /// An audio file by its absolute URI; the alternate is for when it cannot be had.
    case audio(src: String, alternate: [PromptItem])
    case pause(CallDuration)
    case mark(name: String)
}

/// Record the caller (VoiceXML 2.0 2.3.6).
public struct Record: Hashable, Codable, Sendable {
    public var record: RecordID
    public var beep: Bool
    public var maxtime: CallDuration
    public var finalsilence: CallDuration
    public var timeout: CallDuration
    public var dtmfterm: Bool
    public var type: String

    public init(
        record: RecordID, beep: Bool, maxtime: CallDuration, finalsilence: CallDuration, timeout: CallDuration,
        dtmfterm: Bool, type: String
    ) {
        self.record = record
        self.beep = beep
        self.maxtime = maxtime
        self.finalsilence = finalsilence
        self.timeout = timeout
        self.dtmfterm = dtmfterm
        self.type = type
    }
}

/// Connect the caller to a third party (VoiceXML 2.0 2.3.7, 2.1 8).
public struct Transfer: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable {
        case blind, bridge, consultation
    }

    public var transfer: TransferID
    public var dest: String
    public var kind: Kind
    public var connecttimeout: CallDuration
    /// Zero: no limit.
    public var maxtime: CallDuration
    public var transferaudio: String?
    public var aai: String?
    /// Text for the answering side.
    public var whisper: String?
    /// An object for the answering side's screen.
    public var attach: JSONValue?

    public init(
        transfer: TransferID, dest: String, kind: Kind, connecttimeout: CallDuration, maxtime: CallDuration,
        transferaudio: String? = nil, aai: String? = nil, whisper: String? = nil, attach: JSONValue? = nil
    ) {
        self.transfer = transfer
        self.dest = dest
        self.kind = kind
        self.connecttimeout = connecttimeout
        self.maxtime = maxtime
        self.transferaudio = transferaudio
        self.aai = aai
        self.whisper = whisper
        self.attach = attach
    }
}

/// Call a method of a plugin.
public struct Invoke: Hashable, Codable, Sendable {
    public var invocation: InvocationID
    public var plugin: String
    public var method: String
    /// An object.
    public var params: JSONValue

    public init(invocation: InvocationID, plugin: String, method: String, params: JSONValue) {
        self.invocation = invocation
        self.plugin = plugin
        self.method = method
        self.params = params
    }
}

/// Fetch and compile a resource.
public struct Fetch: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable {
        case document, grammar, script
        /// An XML document for `<data>`.
        case data
    }

    public enum Method: String, Hashable, Codable, Sendable {
        case get, post
    }

    /// A name and value that `<submit>` or `<subdialog>` sends.
    public struct Field: Hashable, Codable, Sendable {
        public var name: String
        public var value: String
        /// For a recording its media type: the value is its URI, and what is sent its content.
        public var recordingType: String?

        public init(_ name: String, _ value: String, recordingType: String? = nil) {
            self.name = name
            self.value = value
            self.recordingType = recordingType
        }
    }

    public var fetch: FetchID
    public var kind: Kind
    /// The absolute URI, without a fragment but for a grammar: there it names the rule.
    public var uri: String
    /// The absolute URI of the document that asks; nil: the first document is asked for.
    public var origin: String?
    public var method: Method
    public var fields: [Field]
    public var enctype: String
    /// The encoding of a script whose server names none.
    public var charset: String?
    public var timeout: CallDuration?
    /// Seconds (VoiceXML 2.0 6.1.2).
    public var maxage: Int?
    public var maxstale: Int?

    public init(
        fetch: FetchID, kind: Kind, uri: String, origin: String? = nil, method: Method = .get, fields: [Field] = [],
        enctype: String = "application/x-www-form-urlencoded", charset: String? = nil, timeout: CallDuration? = nil,
        maxage: Int? = nil, maxstale: Int? = nil
    ) {
        self.fetch = fetch
        self.kind = kind
        self.uri = uri
        self.origin = origin
        self.method = method
        self.fields = fields
        self.enctype = enctype
        self.charset = charset
        self.timeout = timeout
        self.maxage = maxage
        self.maxstale = maxstale
    }
}

/// How a call ended.
public struct End: Hashable, Codable, Sendable {
    public enum How: String, Hashable, Codable, Sendable {
        case exit, disconnect, hangup, transfer, error
    }

    public var how: How
    /// The `<exit>` expr as it is, or the namelist as an object.
    public var values: JSONValue?
    /// The uncaught event.
    public var event: String?
    public var message: String?

    public init(how: How, values: JSONValue? = nil, event: String? = nil, message: String? = nil) {
        self.how = how
        self.values = values
        self.event = event
        self.message = message
    }
}

/// A resource that may be brought before it is needed (VoiceXML 2.0 6.1.1).
public struct Prefetch: Hashable, Codable, Sendable {
    public var kind: Fetch.Kind
    /// The absolute URI, without a fragment but for a grammar.
    public var uri: String
    /// The absolute URI of the document that may need it.
    public var origin: String

    public init(kind: Fetch.Kind, uri: String, origin: String) {
        self.kind = kind
        self.uri = uri
        self.origin = origin
    }
}
