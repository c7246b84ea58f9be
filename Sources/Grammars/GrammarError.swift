public import Diagnostics

/// A grammar that cannot be compiled: a load error (`error.badfetch`).
public struct GrammarError: Error, Hashable, Sendable {
    public var diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Where something stands.
struct GrammarPlace: Hashable, Sendable {
    var file: String
    var position: SourcePosition
}
