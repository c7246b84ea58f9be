public import Diagnostics

/// A `<property>` (VoiceXML 2.0 6.3).
public struct Property: Hashable, Sendable {
    public let name: SourceText
    public let value: SourceText
    public let position: SourcePosition

    public init(
        name: SourceText, value: SourceText, position: SourcePosition
    ) {
        self.name = name
        self.value = value
        self.position = position
    }
}
