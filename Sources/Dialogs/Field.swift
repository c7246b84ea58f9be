public import Diagnostics

/// What is a `<field>`'s own (VoiceXML 2.0 2.3.1).
public struct Field: Sendable {
    /// A builtin grammar type with its parameters, `digits?length=4`.
    public let type: SourceText?
    public let slot: SourceText?
    public let modal: SourceText?
    public let options: [Option]

    public init(
        type: SourceText? = nil, slot: SourceText? = nil, modal: SourceText? = nil, options: [Option] = []
    ) {
        self.type = type
        self.slot = slot
        self.modal = modal
        self.options = options
    }
}

/// An `<option>` (VoiceXML 2.0 2.3.1.3).
public struct Option: Sendable {
    public let dtmf: SourceText?
    public let accept: SourceText?
    public let value: SourceText?
    /// Its text, white space as written.
    public let phrase: SourceText?
    public let position: SourcePosition

    public init(
        dtmf: SourceText? = nil, accept: SourceText? = nil, value: SourceText? = nil, phrase: SourceText? = nil,
        position: SourcePosition
    ) {
        self.dtmf = dtmf
        self.accept = accept
        self.value = value
        self.phrase = phrase
        self.position = position
    }
}
