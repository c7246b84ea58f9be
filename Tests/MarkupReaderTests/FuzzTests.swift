import Diagnostics
import Foundation
import MarkupReader
import Testing

/// Documents made of pieces of XML at random, some thousand of them; a million where time is no matter.
@Suite("Any bytes")
struct FuzzTests {
    private static let count = ProcessInfo.processInfo.environment["DIALTONE_SOAK"] == nil ? 4_000 : 1_000_000

    @Test("are read, or refused with a place that is in them")
    func documents() {
        var random = SplitMix(state: 1)
        for _ in 0..<Self.count {
            let bytes = Self.document(&random)
            let result = MarkupReader.read(bytes, file: "a.xml")
            #expect((result.root == nil) == !result.diagnostics.isEmpty)
            let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
            for diagnostic in result.diagnostics {
                let position = diagnostic.position
                #expect((1...lines).contains(position.line) && position.column >= 1, "\(diagnostic)")
            }
            if let root = result.root { #expect(Self.isInOrder(root)) }
        }
    }

    private static let pieces: [String] = [
        "<a>", "</a>", "<b c='d'>", "</b>", "<e/>", "<p:f xmlns:p='urn:x' p:g=\"h\"/>", "text", " ", "\n", "\r\n", "é",
        "&lt;",
        "&#160;", "&#x110000;", "&x;", "&", "<", ">", "'", "\"", "<!-- c -->", "<!--", "-->", "<![CDATA[ d ]]>", "]]>",
        "<?pi x?>", "<?", "?>", "<!DOCTYPE a [<!ENTITY x '<b>y</b>'>]>", "<!DOCTYPE a SYSTEM 'x'>", "xml:base='i/'",
        "xml:lang='de'", "=", "/", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='ISO-8859-1'?>", "\u{FEFF}",
        "\u{0}",
    ]

    private static func document(_ random: inout SplitMix) -> [UInt8] {
        var bytes: [UInt8] = Bool.random(using: &random) ? Array("<a>".utf8) : []
        for _ in 0..<Int.random(in: 0..<14, using: &random) {
            bytes += (pieces.randomElement(using: &random) ?? "").utf8
        }
        if Bool.random(using: &random) { bytes += "</a>".utf8 }
        // One byte in some of them is another one.
        if !bytes.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        return bytes
    }

    /// Whether the elements begin one after the other, unless they come from an entity.
    private static func isInOrder(_ element: MarkupElement) -> Bool {
        var last = element.position
        for child in element.childElements {
            guard child.position >= last, isInOrder(child) else { return false }
            last = child.position
        }
        return true
    }
}

/// Random numbers (SplitMix64), the same in each run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
