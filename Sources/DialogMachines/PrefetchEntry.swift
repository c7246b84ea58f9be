public import CallControl

/// A literal URI whose resource may be brought before it is needed (`fetchhint`, VoiceXML 2.0 6.1.1).
public struct PrefetchEntry: Hashable, Sendable {
    public var kind: Fetch.Kind
    /// The absolute URI, without a fragment but for a grammar.
    public var uri: String
    /// Whether the element or a property of its document says so; else a property of the application root may.
    public var isHinted: Bool

    public init(kind: Fetch.Kind, uri: String, isHinted: Bool) {
        self.kind = kind
        self.uri = uri
        self.isHinted = isHinted
    }
}
