/// What is a `<subdialog>`'s own (VoiceXML 2.0 2.3.4).
public struct Subdialog: Sendable {
    /// `src` or `srcexpr`.
    public let target: LiteralOrExpression
    public let namelist: SourceText?
    public let method: SourceText?
    public let enctype: SourceText?
    public let fetch: FetchAttributes
    public let params: [Param]

    public init(
        target: LiteralOrExpression, namelist: SourceText? = nil, method: SourceText? = nil, enctype: SourceText? = nil,
        fetch: FetchAttributes = .none, params: [Param] = []
    ) {
        self.target = target
        self.namelist = namelist
        self.method = method
        self.enctype = enctype
        self.fetch = fetch
        self.params = params
    }
}
