public import CallControl

/// A call as a person would write it down: who calls when, what the IVR says, which keys, and how it ended.
/// `Documentation.docc/Transcripts.md` has the grammar.
public struct Transcript: Sendable {
    /// Everything in the file in its order, comments and empty lines included.
    public var lines: [TranscriptLine]
    public var header: TranscriptHeader
}

/// Who calls whom and when, and what else the call starts with.
public struct TranscriptHeader: Hashable, Sendable {
    public var from = "tel:anonymous"
    public var to = "tel:unknown"
    public var start = WallClockTime.virtualEpoch
    /// The flow as the transcript names it, relative to the transcript's folder; nil: found by the folder.
    public var flow: String?
    public var seed: UInt64 = 0
    public var direction = CallStart.Direction.inbound
    /// `session.connection.protocol.variables`.
    public var variables: JSONValue?
    public var aai: String?
    /// Whether the transcript itself answers the plugin calls.
    public var isScripted = false
}

/// A line of a transcript with the indented lines that continue it.
public struct TranscriptLine: Hashable, Sendable {
    /// The number of its first line in the file, from 1.
    public var number: Int
    /// As it stands in the file, line by line.
    public var source: [String]
    public var content: Content

    public enum Content: Hashable, Sendable {
        /// A comment or an empty line.
        case remark
        case header
        case expectation(Expectation)
        case action(CallerAction)
        case answer(ScriptedAnswer)
    }
}

/// What the IVR should do.
public enum Expectation: Hashable, Sendable {
    case says(TextPattern)
    /// `bridge tel:4009`: the kind of a transfer and where it goes.
    case dials(TextPattern)
    /// A line of the flow's own `<log>`, with its label in front.
    case logs(TextPattern)
    /// `exit {"order":"1001"}`: how the call ends, its values, the uncaught event.
    case ends(TextPattern)
}

/// What the caller, or the network for them, does.
public enum CallerAction: Hashable, Sendable {
    /// Keys pressed one right after the other. `early`: while a prompt is playing.
    case keys([DTMFKey], early: Bool)
    /// Nothing is pressed for so long; nil: until the next timer of the call fires.
    case silence(CallDuration?)
    case hangup(early: Bool)
    /// The transfer that is on ends so, after that time.
    case transfer(TransferOutcome, after: CallDuration)
    /// The recording that is on ends so, after its duration.
    case recording(RecordingOutcome)
}

/// The answer to a plugin call, for calls whose plugins are scripted.
public struct ScriptedAnswer: Hashable, Sendable {
    public var plugin: String
    public var method: String
    public var delay: CallDuration
    public var answer: PluginAnswer
}

/// A transcript that cannot be read.
public struct TranscriptError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1.
    public var line: Int
    public var message: String

    public var description: String { "line \(line): \(message)" }
}
