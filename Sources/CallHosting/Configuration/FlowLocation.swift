/// Where a flow begins: FLOW of the command line, or `flow` of a call.
public struct FlowLocation: Hashable, Sendable {
    /// The absolute URI of the first document, with a fragment where it names a dialog.
    public var uri: String
    /// The absolute path of the folder that the document lies in; nil when it is not a file.
    public var folder: String?

    /// The document that a folder begins with.
    public static let mainDocument = "main.vxml"

    /// - Parameters:
    ///   - text: a path of a document or of a folder with a `main.vxml`, a `file:`, `http:` or `https:` URI; each may
    ///     have a fragment.
    ///   - base: the absolute path of the folder that a relative path starts from; nil: the working folder.
    public init(_ text: String, relativeTo base: String? = nil) {
        uri = text
        folder = nil
    }
}
