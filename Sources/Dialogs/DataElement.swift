public import Diagnostics

/// A `<data>` (VoiceXML 2.1 5).
public struct DataElement: Sendable {
    /// The variable that gets the document; nil: it is fetched and not looked at.
    public let name: SourceText?
    /// `src` or `srcexpr`.
    public let target: LiteralOrExpression
    public let namelist: SourceText?
    public let method: SourceText?
    public let enctype: SourceText?
    public let fetch: FetchAttributes
    public let position: SourcePosition

    public init(
        name: SourceText? = nil, target: LiteralOrExpression, namelist: SourceText? = nil, method: SourceText? = nil,
        enctype: SourceText? = nil, fetch: FetchAttributes = .none, position: SourcePosition
    ) {
        self.name = name
        self.target = target
        self.namelist = namelist
        self.method = method
        self.enctype = enctype
        self.fetch = fetch
        self.position = position
    }
}
