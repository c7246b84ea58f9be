import NIOHTTP1

/// What a fetch brought.
public struct FetchedContent: Hashable, Sendable {
    /// The URI that it came from, redirects followed: the base of what it refers to.
    public var uri: String
    public var content: Content
    public var type: MediaType?

    public init(uri: String, content: Content, type: MediaType?) {
        self.uri = uri
        self.content = content
        self.type = type
    }

    init(_ response: HTTPResponse, from uri: String) {
        self.init(
            uri: uri, content: response.body,
            type: response.headers.first(name: "Content-Type").flatMap { MediaType($0) })
    }
}
