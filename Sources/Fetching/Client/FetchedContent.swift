import NIOHTTP1

/// What a fetch brought.
public struct FetchedContent: Hashable, Sendable {
    /// The URI that it came from, redirects followed: the base of what it refers to.
    public var uri: String
    public var content: Content
    public var type: MediaType?
    /// What a redirect said to look at in it.
    public var fragment: String?

    public init(uri: String, content: Content, type: MediaType?, fragment: String? = nil) {
        self.uri = uri
        self.content = content
        self.type = type
        self.fragment = fragment
    }

    init(_ response: HTTPResponse, from uri: String, fragment: String?) {
        self.init(
            uri: uri, content: response.body,
            type: response.headers.first(name: "Content-Type").flatMap { MediaType($0) }, fragment: fragment)
    }
}
