public import Diagnostics

/// A `<foreach>` in executable content (VoiceXML 2.1 6).
public struct Foreach: Sendable {
    public let array: SourceText
    /// The variable that takes the elements one after the other.
    public let item: SourceText
    public let content: [ExecutableContent]
    public let position: SourcePosition

    public init(array: SourceText, item: SourceText, content: [ExecutableContent] = [], position: SourcePosition) {
        self.array = array
        self.item = item
        self.content = content
        self.position = position
    }
}

/// A `<foreach>` in a prompt: its content is said once for each element (VoiceXML 2.1 6).
public struct PromptForeach: Sendable {
    public let array: SourceText
    /// The variable that takes the elements one after the other.
    public let item: SourceText
    public let content: [PromptNode]
    public let position: SourcePosition

    public init(array: SourceText, item: SourceText, content: [PromptNode] = [], position: SourcePosition) {
        self.array = array
        self.item = item
        self.content = content
        self.position = position
    }
}
