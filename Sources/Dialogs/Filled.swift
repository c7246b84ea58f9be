public import Diagnostics

/// A `<filled>` (VoiceXML 2.0 2.4).
public struct Filled: Sendable {
    /// `all` or `any`.
    public let mode: SourceText?
    public let namelist: SourceText?
    public let content: [ExecutableContent]
    public let position: SourcePosition

    public init(
        mode: SourceText? = nil, namelist: SourceText? = nil, content: [ExecutableContent] = [],
        position: SourcePosition
    ) {
        self.mode = mode
        self.namelist = namelist
        self.content = content
        self.position = position
    }
}
