/// What is a `<transfer>`'s own (VoiceXML 2.0 2.3.7, 2.1 8).
public struct TransferItem: Sendable {
    /// `dest` or `destexpr`.
    public let dest: LiteralOrExpression
    /// `blind`, `bridge` or `consultation`.
    public let type: SourceText?
    public let bridge: SourceText?
    public let connecttimeout: SourceText?
    public let maxtime: SourceText?
    public let transferaudio: SourceText?
    /// `aai` or `aaiexpr`.
    public let aai: LiteralOrExpression?
    /// What Dialtone adds: `dialtone:connecttimeoutexpr`, `dialtone:whisperexpr` and `dialtone:attachexpr`.
    public let connecttimeoutexpr: SourceText?
    public let whisperexpr: SourceText?
    public let attachexpr: SourceText?

    public init(
        dest: LiteralOrExpression, type: SourceText? = nil, bridge: SourceText? = nil,
        connecttimeout: SourceText? = nil, maxtime: SourceText? = nil, transferaudio: SourceText? = nil,
        aai: LiteralOrExpression? = nil, connecttimeoutexpr: SourceText? = nil, whisperexpr: SourceText? = nil,
        attachexpr: SourceText? = nil
    ) {
        self.dest = dest
        self.type = type
        self.bridge = bridge
        self.connecttimeout = connecttimeout
        self.maxtime = maxtime
        self.transferaudio = transferaudio
        self.aai = aai
        self.connecttimeoutexpr = connecttimeoutexpr
        self.whisperexpr = whisperexpr
        self.attachexpr = attachexpr
    }
}
