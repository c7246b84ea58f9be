public import CallControl
public import Expressions

public struct TransferEntry: Sendable {
    public var dest: Computed
    public var kind: Transfer.Kind
    public var connecttimeout: CallDuration?
    /// Goes before `connecttimeout`, where its value is not undefined.
    public var connecttimeoutexpr: Expression?
    public var maxtime: CallDuration?
    public var transferaudio: String?
    public var aai: Computed?
    /// The text for the answering side.
    public var whisper: Expression?
    /// The object for the answering side's screen.
    public var attach: Expression?

    public init(
        dest: Computed, kind: Transfer.Kind, connecttimeout: CallDuration?, connecttimeoutexpr: Expression? = nil,
        maxtime: CallDuration?, transferaudio: String?, aai: Computed?, whisper: Expression? = nil,
        attach: Expression? = nil
    ) {
        self.dest = dest
        self.kind = kind
        self.connecttimeout = connecttimeout
        self.connecttimeoutexpr = connecttimeoutexpr
        self.maxtime = maxtime
        self.transferaudio = transferaudio
        self.aai = aai
        self.whisper = whisper
        self.attach = attach
    }
}
