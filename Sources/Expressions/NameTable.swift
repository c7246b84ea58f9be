import CallControl

/// Names that are used again and again, as ECMAScript has them: one text in memory for all calls.
public final class NameTable {
    private var names: [ExactString: ECMAString] = [:]

    /// Flows that make names up must not make the table grow for ever.
    private static let limit = 4096

    public init() {}

    public subscript(name: String) -> ECMAString {
        let key = ExactString(name)
        if let known = names[key] { return known }
        if names.count >= Self.limit { names = [:] }
        let new = ECMAString(name)
        names[key] = new
        return new
    }
}
