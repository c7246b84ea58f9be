public import CallControl

public struct TransferEntry: Sendable {
    public var dest: Computed
    public var kind: Transfer.Kind
    public var connecttimeout: CallDuration?
    public var maxtime: CallDuration?
    public var transferaudio: String?
    public var aai: Computed?

    public init(
        dest: Computed, kind: Transfer.Kind, connecttimeout: CallDuration?, maxtime: CallDuration?,
        transferaudio: String?, aai: Computed?
    ) {
        self.dest = dest
        self.kind = kind
        self.connecttimeout = connecttimeout
        self.maxtime = maxtime
        self.transferaudio = transferaudio
        self.aai = aai
    }
}
