/// The attributes that govern a fetch (VoiceXML 2.0 6.1).
public struct FetchAttributes: Sendable {
    public let fetchaudio: SourceText?
    public let fetchhint: SourceText?
    public let fetchtimeout: SourceText?
    public let maxage: SourceText?
    public let maxstale: SourceText?

    public init(
        fetchaudio: SourceText? = nil, fetchhint: SourceText? = nil, fetchtimeout: SourceText? = nil,
        maxage: SourceText? = nil, maxstale: SourceText? = nil
    ) {
        self.fetchaudio = fetchaudio
        self.fetchhint = fetchhint
        self.fetchtimeout = fetchtimeout
        self.maxage = maxage
        self.maxstale = maxstale
    }

    /// None given.
    public static let none = FetchAttributes()
}
