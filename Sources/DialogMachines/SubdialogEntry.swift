public import Diagnostics

public struct SubdialogEntry: Sendable {
    public var target: FetchTarget
    public var submission: Submission
    public var params: [ParamEntry]

    public init(target: FetchTarget, submission: Submission, params: [ParamEntry]) {
        self.target = target
        self.submission = submission
        self.params = params
    }
}

/// A `<param>`.
public struct ParamEntry: Sendable {
    public var name: String
    public var value: Computed
    public var position: SourcePosition

    public init(name: String, value: Computed, position: SourcePosition) {
        self.name = name
        self.value = value
        self.position = position
    }
}
