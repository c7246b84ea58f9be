import Diagnostics
import Foundation
import Testing

@testable import Grammars

@Suite("ABNF at random")
struct ABNFRandomTests {
    private static let pieces = [
        "#ABNF 1.0;", "mode dtmf;", "root $r;", "$r", "$s", " = ", ";", "|", "(", ")", "[", "]", "<", ">", "<2>",
        "<0->",
        "/1/", "{", "}", "{!{", "}!}", "1", "2 ", "*", "#", "\"", "!en", "~", "public ", "// c\n", "/* c */", "/*",
        "$<#s>",
        "$<a#b>", "$NULL", "$VOID", "$GARBAGE", "tag-format <semantics/1.0>;", "\u{E9}", "\n", "\u{0}", "is",
    ]

    private static var rounds: Int { ProcessInfo.processInfo.environment["DIALTONE_SOAK"] == nil ? 3_000 : 1_000_000 }

    @Test("any text is read or refused, and what is read compiles or is refused")
    func texts() {
        var random = SplitMix(state: 1)
        for _ in 0..<Self.rounds {
            let length = Int.random(in: 0..<24, using: &random)
            let text = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let (document, diagnostics) = ABNFReader.read(text, baseURI: "file:///g", file: "g", mode: .dtmf)
            #expect((document == nil) == !diagnostics.isEmpty, "\(text)")
            if let document { _ = try? GrammarCompiler.compile(document) }
        }
    }
}
