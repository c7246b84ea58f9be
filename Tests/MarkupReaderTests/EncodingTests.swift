import Diagnostics
import MarkupReader
import Testing

@Suite("Encodings")
struct EncodingTests {
    private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16`(bigEndian: Bool, mark: Bool) throws {
        let source = "<?xml version='1.0' encoding='UTF-16'?>\n<a>grüß 𝄞</a>"
        let result = MarkupReader.read(utf16(source, bigEndian: bigEndian, mark: mark), file: "a.xml")
        let root = try #require(result.root, "\(result.diagnostics)")
        #expect(root.text == "grüß 𝄞")
        #expect(root.position.short == "2:1")
    }

    @Test func `UTF-8 with a byte order mark`() throws {
        let result = MarkupReader.read([0xEF, 0xBB, 0xBF] + Array("<a>é<b/></a>".utf8), file: "a.xml")
        #expect(try #require(result.root).childElements.first?.position.short == "1:5")
    }

    @Test(arguments: [
        ("ISO-8859-1", [0xE9], "é"), ("GBK", [0xC4, 0xE3, 0xBA, 0xC3], "你好"), ("windows-1252", [0x80], "€"),
    ])
    func declared(name: String, bytes: [UInt8], text: String) throws {
        let head = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>\n<a>".utf8)
        let result = MarkupReader.read(head + bytes + Array("<b/></a>".utf8), file: "a.xml")
        let root = try #require(result.root, "\(result.diagnostics)")
        #expect(root.text == text)
        #expect(root.childElements.first?.position.short == "2:\(4 + text.count)")
    }

    @Test func `bytes that are no UTF-8 are told with what to do`() throws {
        let first = try #require(
            MarkupReader.read(Array("<a>".utf8) + [0xE9] + Array(" b</a>".utf8), file: "a.xml").diagnostics.first)
        #expect(first.message == "The bytes here are not of the document's encoding")
        #expect(first.hint?.contains("encoding=") == true)
    }

    @Test func `what cannot be decoded`() {
        let declaration = { (name: String) in Array("<?xml version='1.0' encoding='\(name)'?>".utf8) }
        let cases: [([UInt8], String)] = [
            (declaration("nonesuch") + Array("<a/>".utf8), "bad-encoding"),
            (declaration("UTF-16") + Array("<a/>".utf8), "bad-encoding"),
            (declaration("GBK") + Array("<a>".utf8) + [0x81, 0x20] + Array("</a>".utf8), "bad-encoding"),
            ([0xFE, 0xFF, 0x00], "bad-encoding"),
            (Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8), "malformed-xml"),
        ]
        for (bytes, id) in cases {
            let result = MarkupReader.read(bytes, file: "a.xml")
            #expect(result.root == nil)
            #expect(result.diagnostics.first?.id == id, "\(result.diagnostics)")
        }
    }
}
