/// A `Content-Type` (RFC 9110 8.3.1).
public struct MediaType: Hashable, Sendable {
    /// `text/xml`, in small letters.
    public var essence: String
    /// The parameter of that name, as written.
    public var charset: String?

    /// nil when it is no media type.
    public init?(_ text: String) {
        let parts = FieldScanner.parameters(of: text)
        guard let first = parts.first, first.value == nil, first.name.split(separator: "/").count == 2 else {
            return nil
        }
        essence = first.name
        charset = parts.dropFirst().first { $0.name == "charset" }?.value.flatMap { $0.isEmpty ? nil : $0 }
    }
}
