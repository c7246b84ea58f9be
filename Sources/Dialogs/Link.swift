public import Diagnostics

/// A `<link>` (VoiceXML 2.0 2.5).
public struct Link: Sendable {
    public let dtmf: SourceText?
    public let target: SelectionTarget
    public let fetch: FetchAttributes
    public let grammars: [GrammarElement]
    public let position: SourcePosition

    public init(
        dtmf: SourceText? = nil, target: SelectionTarget, fetch: FetchAttributes = .none,
        grammars: [GrammarElement] = [], position: SourcePosition
    ) {
        self.dtmf = dtmf
        self.target = target
        self.fetch = fetch
        self.grammars = grammars
        self.position = position
    }
}
