public import Diagnostics

/// An `<if>` (VoiceXML 2.0 5.3.4).
public struct If: Sendable {
    /// The `<if>` itself, each `<elseif>`, and the `<else>`, in document order.
    public let branches: [Branch]
    public let position: SourcePosition

    public init(
        branches: [Branch] = [], position: SourcePosition
    ) {
        self.branches = branches
        self.position = position
    }

    /// What runs when its condition is the first that holds.
    public struct Branch: Sendable {
        /// nil: `<else>`.
        public let cond: SourceText?
        public let content: [ExecutableContent]
        public let position: SourcePosition

        public init(cond: SourceText?, content: [ExecutableContent], position: SourcePosition) {
            self.cond = cond
            self.content = content
            self.position = position
        }
    }
}
