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

/// Writes documents: elements where they may stand and where not, with attributes that they have and others.
private struct DocumentGenerator {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func document() -> String { element(Language.element("vxml"), depth: 0) }

    private mutating func element(_ rule: ElementRule?, depth: Int) -> String {
        guard let rule else { return "" }
        let namespace = depth == 0 ? " xmlns=\"http://www.w3.org/2001/vxml\"" : ""
        let attributes = rule.attributes.filter { $0.isRequired || chance(0.3) }.map { attribute in
            " \(attribute.name)=\"\(value(of: attribute))\""
        }.joined()
        var content = ""
        for _ in 0..<below(depth == 0 ? 6 : max(1, 5 - depth)) {
            let name = chance(0.05) ? Language.elements[below(Language.elements.count)].name : pick(rule.children)
            content +=
                chance(0.1) ? pick(["text", "\n", "&lt;", "<x/>"]) : element(Language.element(name), depth: depth + 1)
        }
        return "<\(rule.name)\(namespace)\(attributes)>\(content)</\(rule.name)>\n"
    }

    private mutating func value(of rule: AttributeRule) -> String {
        if chance(0.1) { return pick(["", " ", "é", "a b", "-1", "#", "&lt;&amp;", "1s", "true"]) }
        return switch rule.format {
        case .words(let words): pick(words)
        case .boolean: pick(["true", "false"])
        case .time: pick(["1s", "300ms", "0.5s"])
        case .count: pick(["0", "1", "2", "3"])
        case .number: "0.5"
        case .keys: pick(["1", "2", "12", "*", "#"])
        case .uri: pick(["#a", "#b", "other.vxml#a", "builtin:dtmf/digits"])
        case .expression:
            pick(["a", "a + b", "'x'", "a.b", "f(a)", "[1].map(x =&gt; x)", "a ? b : c", "typeof a", "/a/.test(b)"])
        case .assignable: pick(["a", "b", "application.a", "a.b"])
        case .names: pick(["a", "a b", ""])
        case .eventName: pick(["help", "noinput", "my.event"])
        case .any: pick(["a", "b", "digits", "boolean", "digits?length=4", "timeout", "termchar", "inputmodes"])
        }
    }

    private mutating func chance(_ probability: Double) -> Bool { random.next() < probability }
    private mutating func below(_ limit: Int) -> Int { Int(random.next() * Double(limit)) }
    private mutating func pick(_ texts: [String]) -> String { texts.isEmpty ? "p" : texts[below(texts.count)] }
}
