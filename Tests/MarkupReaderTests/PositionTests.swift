import Diagnostics
import MarkupReader
import Testing

@Suite("Positions")
struct PositionTests {
    @Test func `a start tag, its attributes and texts`() throws {
        let source = """
            <?xml version="1.0"?>
            <!-- é -->
            <a  x="1"
                y = 'a > b'>
              text é <b
                 z=""/> <c/>
            </a>
            """
        let root = try #require(read(source).root)
        #expect(root.position.short == "3:1")
        #expect(root.attribute("x")?.position.short == "3:5")
        #expect(root.attribute("x")?.valuePosition.short == "3:8")
        #expect(root.attribute("y")?.position.short == "4:5")
        #expect(root.attribute("y")?.valuePosition.short == "4:10")
        #expect(root.children.map(\.position.short) == ["5:3", "5:10", "6:12", "6:13", "6:17"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines end with LF, CR LF or CR`(end: String) throws {
        let root = try #require(read("<a>\(end)\(end) <b/></a>").root)
        #expect(root.childElements.first?.position.short == "3:2")
    }

    @Test func `lines beyond 65535`() throws {
        let root = try #require(read("<a>" + String(repeating: "\n", count: 70_000) + "  <b/></a>").root)
        #expect(root.childElements.first?.position.short == "70001:3")
    }

    @Test func `columns of a long line, and a document longer than the parser's buffers`() throws {
        let item = "<b>ü</b>"
        let root = try #require(read("<a>" + String(repeating: item, count: 20_000) + "</a>").root)
        #expect(root.childElements.last?.position.short == "1:\(4 + item.count * 19_999)")
    }

    @Test func `text after a comment begins at its first word`() throws {
        let root = try #require(read("<a>\n <!-- x -->\n  word <![CDATA[more]]></a>").root)
        #expect(root.children.map(\.position.short) == ["3:3"])
    }

    @Test func `an element in an entity stands where the reference ends`() throws {
        let source = "<!DOCTYPE a [<!ENTITY e '<b x=\"1\"/>t'>]>\n<a> &e;&e;</a>"
        let root = try #require(read(source).root)
        #expect(root.childElements.map(\.position.short) == ["2:8", "2:11"])
        #expect(root.text == " tt")
    }
}
