public import Diagnostics

/// A `<filled>`.
public struct FilledEntry: Sendable {
    public enum Mode: String, Hashable, Sendable { case all, any }
    public var mode: Mode
    /// Names of input items; for a form-level `<filled>` without one, all input items of the form.
    public var namelist: [String]
    public var code: CodeBlock
    public var position: SourcePosition

    public init(mode: Mode, namelist: [String], code: CodeBlock, position: SourcePosition) {
        self.mode = mode
        self.namelist = namelist
        self.code = code
        self.position = position
    }
}
