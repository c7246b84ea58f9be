import Testing

@testable import CallHosting

/// Paths and `file:` URIs.
@Suite struct FileURITests {
    @Test(
        arguments: [
            ("file:///a/b.vxml", "/a/b.vxml"), ("file:/a/b", "/a/b"), ("file://localhost/a", "/a"),
            ("FILE:///a%20%E4%B8%AD", "/a \u{4E2D}"), ("file:///a?x=1", "/a"), ("/plain/path", "/plain/path"),
            ("rel/a.vxml", "rel/a.vxml"), ("file://other/a", nil), ("http://h/a", nil), ("file:///a%0", nil),
            ("file:///a%00", nil), ("file:///%FF", nil), ("", nil), ("file:a", nil),
        ] as [(String, String?)])
    func path(uri: String, path: String?) {
        #expect(FileURI.path(of: uri) == path)
    }

    @Test(arguments: ["/a b/\u{4E2D}#?%.vxml", "/plain-._~!$&'()*+,;=:@/x"])
    func aPathComesBack(path: String) {
        let uri = FileURI.uri(ofPath: path)
        #expect(FileURI.path(of: uri) == path)
        #expect(!uri.contains("#"))
        #expect(!uri.contains("?"))
    }
}
