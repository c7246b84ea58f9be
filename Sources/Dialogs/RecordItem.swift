/// What is a `<record>`'s own (VoiceXML 2.0 2.3.6).
public struct RecordItem: Sendable {
    public let modal: SourceText?
    public let beep: SourceText?
    public let maxtime: SourceText?
    public let finalsilence: SourceText?
    public let dtmfterm: SourceText?
    /// A media type.
    public let type: SourceText?

    public init(
        modal: SourceText? = nil, beep: SourceText? = nil, maxtime: SourceText? = nil, finalsilence: SourceText? = nil,
        dtmfterm: SourceText? = nil, type: SourceText? = nil
    ) {
        self.modal = modal
        self.beep = beep
        self.maxtime = maxtime
        self.finalsilence = finalsilence
        self.dtmfterm = dtmfterm
        self.type = type
    }
}
