public import Diagnostics

/// A `<prompt>` (VoiceXML 2.0 4.1), or a run of text, `<value>`, `<audio>`, `<enumerate>` and markup that stands where a
/// prompt could.
public struct Prompt: Sendable {
    /// Whether there is no `<prompt>` element.
    public let isImplicit: Bool
    public let cond: SourceText?
    public let count: SourceText?
    public let timeout: SourceText?
    public let bargein: SourceText?
    /// `speech` or `hotword`.
    public let bargeintype: SourceText?
    /// `xml:lang`.
    public let lang: SourceText?
    /// `xml:base`.
    public let base: SourceText?
    public let content: [PromptNode]
    public let position: SourcePosition

    public init(
        isImplicit: Bool = false, cond: SourceText? = nil, count: SourceText? = nil, timeout: SourceText? = nil,
        bargein: SourceText? = nil, bargeintype: SourceText? = nil, lang: SourceText? = nil, base: SourceText? = nil,
        content: [PromptNode] = [], position: SourcePosition
    ) {
        self.isImplicit = isImplicit
        self.cond = cond
        self.count = count
        self.timeout = timeout
        self.bargein = bargein
        self.bargeintype = bargeintype
        self.lang = lang
        self.base = base
        self.content = content
        self.position = position
    }
}
