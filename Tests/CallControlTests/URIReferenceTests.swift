import CallControl
import Foundation
import Testing

/// References of documents to others (RFC 3986 5).
@Suite struct URIReferenceTests {
    private static let bases = [
        "file:///flows/a/main.vxml", "file:///flows/a/", "file:///main.vxml", "file:///a%20b/main.vxml",
        "http://example.com/a/b.vxml?c=/d/e", "http://example.com", "file:///flows/../x/main.vxml",
    ]
    private static let references = [
        "b.vxml", "b.vxml#menu", "sub/b.vxml", "a-b_c.1.vxml", "#menu", "../b.vxml", "./b.vxml", "/b.vxml",
        "sub//b.vxml", "b.vxml?x=1", "http://x.org/y", "a/../b", "a/.", "b c", "sub/", ".hidden", "a#b/c", "a#",
    ]

    @Test("as Foundation resolves them", arguments: references, bases)
    func resolved(reference: String, base: String) {
        let expected = URL(string: reference, relativeTo: URL(string: base))?.absoluteString
        #expect(URIReference.resolve(reference, against: base) == expected)
    }
}
