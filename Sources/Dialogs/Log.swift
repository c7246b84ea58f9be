public import Diagnostics

/// A `<log>` (VoiceXML 2.0 5.3.13).
public struct Log: Sendable {
    public let label: SourceText?
    public let expr: SourceText?
    /// Text and `<value>`s.
    public let content: [PromptNode]
    public let position: SourcePosition

    public init(
        label: SourceText? = nil, expr: SourceText? = nil, content: [PromptNode] = [], position: SourcePosition
    ) {
        self.label = label
        self.expr = expr
        self.content = content
        self.position = position
    }
}
