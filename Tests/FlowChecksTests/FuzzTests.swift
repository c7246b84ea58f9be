import CallControl
import Diagnostics
import DialogCompiler
import DialogParser
import Expressions
import FlowChecks
import Foundation
import MarkupReader
import Testing

/// Documents made of the tables of the language at random, most of them wrong, some thousand of them; a million where
/// time is no matter.
@Suite("Any document")
struct FuzzTests {
    private static let isSoak = ProcessInfo.processInfo.environment["DIALTONE_SOAK"] != nil

    @Test("gets diagnostics that are in it, and no crash")
    func documents() throws {
        var generator = DocumentGenerator(seed: 3)
        for _ in 0..<(Self.isSoak ? 1_000_000 : 1_500) {
            let text = generator.document()
            let lines = text.count { $0 == "\n" } + 1
            for diagnostic in try check(text) {
                #expect((1...lines).contains(diagnostic.position.line), "\(diagnostic)")
            }
        }
    }

    @Test("ten thousand documents leave no memory behind", .enabled(if: isSoak))
    func memory() throws {
        var generator = DocumentGenerator(seed: 4)
        for _ in 0..<2_000 { _ = try check(generator.document()) }
        let before = try residentPages()
        for _ in 0..<10_000 { _ = try check(generator.document()) }
        let growth = (try residentPages() - before) * 4096
        #expect(growth < 8 << 20, "\(growth) bytes more")
    }

    /// Reads, parses, compiles and checks.
    private func check(_ text: String) throws -> [Diagnostic] {
        let read = MarkupReader.read(Array(text.utf8), file: "main.vxml")
        guard let tree = read.root else { return read.diagnostics }
        let (document, parsing) = DialogParser.parse(tree, uri: "file:///main.vxml", file: "main.vxml")
        guard let document else { return parsing }
        let (machine, compiling) = DialogCompiler.compile(
            document, id: ResourceID(uri: "file:///main.vxml", digest: "0"), checker: LenientChecker())
        let flow = Flow(
            documents: [FlowDocument(tree: tree, document: document, machine: machine)], isWhole: true)
        return parsing + compiling + FlowChecks.diagnostics(of: flow)
    }

    /// Of this process.
    private func residentPages() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return try #require(fields.dropFirst().first.flatMap { Int($0) })
    }
}
