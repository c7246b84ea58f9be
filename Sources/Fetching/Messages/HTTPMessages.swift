public import NIOHTTP1

/// What goes to a server.
public struct HTTPRequest: Sendable {
    public var method: HTTPMethod
    /// Absolute, without fragment.
    public var uri: String
    public var headers: HTTPHeaders
    public var body: [UInt8]?

    public init(method: HTTPMethod = .GET, uri: String, headers: HTTPHeaders = [:], body: [UInt8]? = nil) {
        self.method = method
        self.uri = uri
        self.headers = headers
        self.body = body
    }
}

/// What a server answered.
public struct HTTPResponse: Sendable {
    public var status: Int
    public var headers: HTTPHeaders
    public var body: Content

    public init(status: Int, headers: HTTPHeaders = [:], body: Content = Content([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension HTTPHeaders {
    /// All values of a field as one list; nil without any.
    func list(_ name: String) -> String? {
        let values = self[name]
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
