/// What is an `<object>`'s own (VoiceXML 2.0 2.3.5).
public struct ObjectItem: Sendable {
    public let classid: SourceText?
    public let codebase: SourceText?
    public let codetype: SourceText?
    public let data: SourceText?
    public let type: SourceText?
    public let archive: SourceText?
    public let fetch: FetchAttributes
    public let params: [Param]

    public init(
        classid: SourceText? = nil, codebase: SourceText? = nil, codetype: SourceText? = nil, data: SourceText? = nil,
        type: SourceText? = nil, archive: SourceText? = nil, fetch: FetchAttributes = .none, params: [Param] = []
    ) {
        self.classid = classid
        self.codebase = codebase
        self.codetype = codetype
        self.data = data
        self.type = type
        self.archive = archive
        self.fetch = fetch
        self.params = params
    }
}
