import CallControl
import Testing

/// URIs as people may see them.
@Suite struct ReadableURITests {
    @Test(arguments: [
        ("http://h/a/b.vxml", "http://h/a/b.vxml"), ("http://h/a?pin=9071", "http://h/a?…"),
        ("http://h/a?x#9071", "http://h/a?…"), ("http://h/a#9071", "http://h/a"), ("http://h?9071", "http://h?…"),
        ("HTTPS://u:9071@h:8080/a@b", "HTTPS://h:8080/a@b"), ("http://u@9071@h", "http://h"),
        ("http://9071@/", "http:///"), ("http:9071@h/?9071", "http:9071@h/?…"),
        ("file:///a@b/c?9071", "file:///a@b/c?…"),
        ("/a/b?c@d#e", "/a/b?c@d#e"), ("'pin'", "'pin'"), ("mailto:a?b", "mailto:a?b"), ("", ""),
    ])
    func readable(uri: String, text: String) {
        #expect(URIReference.readable(uri) == text)
    }
}
