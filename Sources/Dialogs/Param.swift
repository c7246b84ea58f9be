public import Diagnostics

/// A `<param>` of a subdialog or an object (VoiceXML 2.0 6.4).
public struct Param: Sendable {
    public let name: SourceText
    /// `value` or `expr`.
    public let value: LiteralOrExpression
    /// `data` or `ref`.
    public let valuetype: SourceText?
    public let type: SourceText?
    public let position: SourcePosition

    public init(
        name: SourceText, value: LiteralOrExpression, valuetype: SourceText? = nil, type: SourceText? = nil,
        position: SourcePosition
    ) {
        self.name = name
        self.value = value
        self.valuetype = valuetype
        self.type = type
        self.position = position
    }
}
