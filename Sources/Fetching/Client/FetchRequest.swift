import NIOHTTP1

/// What a call wants to have by HTTP.
public struct FetchRequest: Sendable {
    /// Absolute, without fragment.
    public var uri: String
    public var isPost: Bool
    public var parts: [FormPart]
    /// Whether a post goes as `multipart/form-data`; else it is urlencoded.
    public var isMultipart: Bool
    public var limits: ReuseLimits

    public init(
        _ uri: String, isPost: Bool = false, parts: [FormPart] = [], isMultipart: Bool = false,
        limits: ReuseLimits = ReuseLimits()
    ) {
        self.uri = uri
        self.isPost = isPost
        self.parts = parts
        self.isMultipart = isMultipart
        self.limits = limits
    }

    /// As it goes to the server first, without cookies and validators.
    var message: HTTPRequest {
        var headers: HTTPHeaders = ["Accept-Encoding": "gzip, deflate", "User-Agent": "Dialtone"]
        if let control = limits.cacheControl { headers.add(name: "Cache-Control", value: control) }
        guard isPost else {
            return HTTPRequest(uri: URLEncodedForm.uri(uri, with: parts), headers: headers)
        }
        let multipart = MultipartForm()
        headers.add(name: "Content-Type", value: isMultipart ? multipart.mediaType : URLEncodedForm.mediaType)
        let body = isMultipart ? multipart.encode(parts) : Array(URLEncodedForm.encode(parts).utf8)
        return HTTPRequest(method: .POST, uri: uri, headers: headers, body: body)
    }
}
