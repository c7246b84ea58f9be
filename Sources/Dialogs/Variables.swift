public import Diagnostics

/// A `<var>` (VoiceXML 2.0 5.3.1).
public struct Variable: Sendable {
    public let name: SourceText
    public let expr: SourceText?
    public let position: SourcePosition

    public init(
        name: SourceText, expr: SourceText? = nil, position: SourcePosition
    ) {
        self.name = name
        self.expr = expr
        self.position = position
    }
}

/// An `<assign>` (VoiceXML 2.0 5.3.2).
public struct Assign: Sendable {
    /// A variable, possibly with members: `application.x`.
    public let name: SourceText
    public let expr: SourceText
    public let position: SourcePosition

    public init(
        name: SourceText, expr: SourceText, position: SourcePosition
    ) {
        self.name = name
        self.expr = expr
        self.position = position
    }
}

/// A `<clear>` (VoiceXML 2.0 5.3.3).
public struct Clear: Sendable {
    public let namelist: SourceText?
    public let position: SourcePosition

    public init(
        namelist: SourceText? = nil, position: SourcePosition
    ) {
        self.namelist = namelist
        self.position = position
    }
}
