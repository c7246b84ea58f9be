import CallControl
import Diagnostics
import Foundation
import MarkupReader
import Testing

@testable import Grammars

/// Grammars in XML made at random, most of them odd, some thousand of them; a million where time is no matter.
@Suite("Any grammar")
struct FuzzTests {
    private static let count = ProcessInfo.processInfo.environment["DIALTONE_SOAK"] == nil ? 2_000 : 1_000_000

    @Test("is refused with a diagnostic, or compiled and stepped")
    func grammars() throws {
        var random = GrammarGenerator(seed: 7)
        for _ in 0..<Self.count {
            let text = Self.grammar(&random)
            let markup = MarkupReader.read(Array(text.utf8), file: "a.grxml")
            let root = try #require(markup.root, "\(text)")
            let (document, problems) = GrammarReader.read(root, baseURI: baseURI, file: "a.grxml")
            #expect((document == nil) == problems.contains { $0.severity == .error }, "\(text)")
            guard let document else { continue }
            do throws(GrammarError) {
                let active = ActiveGrammars([try GrammarCompiler.compile(document)])
                var state = active.start
                for _ in 0..<12 { state = active.step(state, random.key()) }
                #expect(active.standing(state) == active.standings(state).first)
            } catch {
                #expect(error.diagnostic.refusesDocument, "\(text)")
            }
        }
    }

    @Test("in ABNF is refused with a diagnostic in it, or compiled and stepped")
    func abnf() {
        var random = GrammarGenerator(seed: 8)
        for _ in 0..<Self.count {
            let text = Self.abnf(&random)
            let (document, problems) = ABNFReader.read(content: Array(text.utf8), baseURI: baseURI, file: "a.gram")
            #expect((document == nil) == problems.contains { $0.severity == .error }, "\(text)")
            let lines = text.count { $0 == "\n" } + 1
            for problem in problems { #expect((1...lines).contains(problem.position.line), "\(problem)") }
            guard let document else { continue }
            do throws(GrammarError) {
                let active = ActiveGrammars([try GrammarCompiler.compile(document)])
                var state = active.start
                for _ in 0..<12 { state = active.step(state, random.key()) }
                #expect(active.standing(state) == active.standings(state).first)
            } catch {
                #expect(error.diagnostic.refusesDocument, "\(text)")
            }
        }
    }

    private static let pieces = [
        "mode dtmf;\n", "root $r0;\n", "language en;\n", "$r0 = ", "$r1 = ", "public $r2 = ", "1 ", "2 ", "* ", "# ",
        "\"3 4\" ",
        "$r0 ", "$r1 ", "$<x#r> ", "$NULL ", "$VOID ", "$GARBAGE ", "( ", ") ", "[ ", "] ", "| ", "/2.5/ ", "<2> ",
        "<0-3> ",
        "<1-> ", "<3-1> ", "{out = 1;} ", "{!{x}!} ", "{", "}", ";\n", ";\n", ";\n", "// c\n", "/* c */", "/*", "\n",
        "é", "\0", "\"", "tag-format <x>;\n",
    ]

    private static func abnf(_ random: inout GrammarGenerator) -> String {
        let body = (0..<random.below(24)).map { _ in pieces[random.below(pieces.count)] }.joined()
        return random.below(8) == 0 ? body : "#ABNF 1.0;\nmode dtmf;\nroot $r0;\n$r0 = 1 " + body + ";\n"
    }

    private static func grammar(_ random: inout GrammarGenerator) -> String {
        let attributes = ["", " mode='dtmf'", " mode='dtmf' version='1.0'", " mode='voice'", " mode='x'"]
        let roots = [" root='r0'", " root='r1'", " root='none'", ""]
        let rules = (0..<random.below(4)).map { rule($0, &random) }.joined()
        let first = random.below(6) == 0 ? content(3, &random) : ""
        return "<grammar\(attributes[random.below(5)])\(roots[random.below(4)])>\(first)\(rules)</grammar>"
    }

    private static func rule(_ number: Int, _ random: inout GrammarGenerator) -> String {
        let id = random.below(12) == 0 ? "" : " id='r\(random.below(12) == 0 ? 0 : number)'"
        let scope = ["", " scope='public'", " scope='private'", " scope='x'"][random.below(4)]
        return "<rule\(id)\(scope)>\(content(4, &random))</rule>"
    }

    private static func content(_ depth: Int, _ random: inout GrammarGenerator) -> String {
        (0..<random.below(4)).map { _ in part(depth, &random) }.joined(separator: " ")
    }

    private static func part(_ depth: Int, _ random: inout GrammarGenerator) -> String {
        let inner = depth > 0 ? content(depth - 1, &random) : "1"
        switch random.below(14) {
        case 0...2: return String(random.key().character)
        case 3: return ["12 34", "\"1 2\"", "ab", "#", "é", "1-2"][random.below(6)]
        case 4...5:
            let times = [
                "", " repeat='2'", " repeat='0-3'", " repeat='1-'", " repeat='3-1'", " repeat='99999'", " repeat=''",
            ]
            return "<item\(times[random.below(times.count)])>\(inner)</item>"
        case 6...7: return "<one-of><item>\(inner)</item><item weight='\(random.below(3))'>\(inner)</item></one-of>"
        case 8: return "<ruleref uri='#r\(random.below(4))'/>"
        case 9: return "<ruleref special='\(["NULL", "VOID", "GARBAGE", "ALL"][random.below(4)])'/>"
        case 10: return "<tag>out = \(random.below(9))</tag>"
        case 11: return "<token>\(inner)</token>"
        case 12: return "<ruleref uri='\(["", "#", "x", "x#r", "://"][random.below(5)])'/>"
        default:
            let name = ["one-of", "rule", "example", "x"][random.below(4)]
            return "<\(name)>\(inner)</\(name)>"
        }
    }
}
