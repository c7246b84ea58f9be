import Diagnostics
import MarkupReader
import Testing

@Suite("The element tree")
struct TreeTests {
    @Test func `names, namespaces and attributes`() throws {
        let root = try #require(
            read(#"<v:a xmlns:v="urn:v" xmlns="urn:d" v:x="1" y="&lt;é&#65;"><b/></v:a>"#).root)
        #expect(root.name == "a")
        #expect(root.prefix == "v")
        #expect(root.namespace == "urn:v")
        #expect(root.qualifiedName == "v:a")
        #expect(root.attributes.map(\.qualifiedName) == ["v:x", "y"])
        #expect(root.attributes.first?.namespace == "urn:v")
        #expect(root["y"] == "<éA")
        #expect(root["x"] == nil)
        #expect(root.childElements.first?.namespace == "urn:d")
    }

    @Test func `text is kept as it is, CDATA is text, comments and instructions are dropped`() throws {
        let root = try #require(read("<a> one <!-- no --><![CDATA[<&]]><?pi no?> two\r\n<b>x</b>end</a>").root)
        #expect(root.text == " one <& two\nend")
        #expect(root.children.count == 3)
    }

    @Test func `long text of wide characters`() throws {
        let text = String(repeating: "grüße 你好 𝄞\n", count: 3000)
        #expect(read("<a>\(text)</a>").root?.text == text)
        #expect(read("<a><![CDATA[\(text)]]></a>").root?.text == text)
    }

    @Test func `language and base are inherited`() throws {
        let source = """
            <a xml:lang="de" xml:base="http://h/x/"><b xml:base="y/z.vxml"><c xml:lang="en"/></b><d/></a>
            """
        let root = try #require(read(source).root)
        let inner = try #require(root.childElements.first?.childElements.first)
        #expect(inner.language == "en")
        #expect(inner.base == "http://h/x/y/z.vxml")
        #expect(root.childElements.last?.language == "de")
        #expect(root.childElements.last?.base == "http://h/x/")
    }

    @Test func `a document type is accepted and nothing of it is read`() throws {
        let source = """
            <?xml version="1.0"?>
            <!DOCTYPE vxml PUBLIC "-//W3C//DTD VOICEXML 2.0//EN" "http://www.w3.org/TR/voicexml20/vxml.dtd">
            <vxml/>
            """
        #expect(read(source).root?.position.short == "3:1")
    }
}
