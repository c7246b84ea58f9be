/// Names that are used again and again, as ECMAScript has them: one text in memory for all calls.
public final class NameTable {
    private var names: [String: ECMAString] = [:]

    /// Flows that make names up must not make the table grow for ever.
    private static let limit = 4096

    public init() {}

    public subscript(name: String) -> ECMAString {
        if let known = names[name] { return known }
        if names.count >= Self.limit { names = [:] }
        let new = ECMAString(name)
        names[name] = new
        return new
    }
}
