/// What becomes of a part of the language.
public enum SupportState: String, Hashable, Sendable, CaseIterable {
    case works
    /// Read and checked, and without effect on a call of keys.
    case inactive = "read, without effect"
}
