public import CallControl

public struct RecordEntry: Sendable {
    /// Whether only its own grammars are active.
    public var isModal: Bool
    public var beep: Bool
    public var maxtime: CallDuration?
    public var finalsilence: CallDuration?
    /// Whether a key that no grammar matches ends the recording.
    public var dtmfterm: Bool
    /// The media type that is asked for.
    public var type: String?

    public init(
        isModal: Bool, beep: Bool, maxtime: CallDuration?, finalsilence: CallDuration?, dtmfterm: Bool, type: String?
    ) {
        self.isModal = isModal
        self.beep = beep
        self.maxtime = maxtime
        self.finalsilence = finalsilence
        self.dtmfterm = dtmfterm
        self.type = type
    }
}
