import CallControl
import Diagnostics
import Foundation
import MarkupReader
import Testing

@testable import Grammars

/// The keys that a text names; a test's own texts hold nothing else.
func keys(_ text: String) -> [DTMFKey] { text.compactMap { DTMFKey($0) } }

/// The standing after each key. On the way the state goes through its encoding once a key.
func standings(of grammars: ActiveGrammars, _ text: String) throws -> [MatchStanding] {
    var state = grammars.start
    return try keys(text).map { key in
        state = grammars.step(state, key)
        let decoded = try JSONDecoder().decode(MatcherState.self, from: JSONEncoder().encode(state))
        #expect(decoded == state)
        state = decoded
        return grammars.standing(state)
    }
}

/// The standing after all keys.
func standing(of grammar: CompiledGrammar, _ text: String) -> MatchStanding {
    let grammars = ActiveGrammars([grammar])
    return grammars.standing(keys(text).reduce(grammars.start, grammars.step))
}

let baseURI = "http://example.com/flow/main.vxml"

/// Reads a `<grammar>`.
func read(_ xml: String, at uri: String = baseURI) throws -> (GrammarDocument?, [Diagnostic]) {
    let markup = MarkupReader.read(Array(xml.utf8), file: "test.grxml")
    return GrammarReader.read(try #require(markup.root), baseURI: uri, file: "test.grxml")
}

/// A `<grammar>` of keys with these rules.
func srgs(_ rules: String, root: String = "r", attributes: String = "") -> String {
    "<grammar version='1.0' mode='dtmf' root='\(root)' \(attributes)>\(rules)</grammar>"
}

/// A document without errors.
func document(_ xml: String, at uri: String = baseURI) throws -> GrammarDocument {
    let (document, diagnostics) = try read(xml, at: uri)
    #expect(diagnostics.isEmpty)
    return try #require(document)
}

/// The compiled grammar whose root rule has this content.
func compiled(rule content: String) throws -> CompiledGrammar {
    try GrammarCompiler.compile(document(srgs("<rule id='r'>\(content)</rule>")))
}

/// The error of compiling.
func compileError(
    _ document: GrammarDocument, rootRule: String? = nil, library: [String: GrammarDocument] = [:]
) -> Diagnostic? {
    do throws(GrammarError) {
        _ = try GrammarCompiler.compile(document, rootRule: rootRule, library: library)
        return nil
    } catch {
        return error.diagnostic
    }
}

extension RuleMatch {
    /// A derivation on one line: `r(1 {a} s(2))`.
    var outline: String {
        let parts = children.map { child in
            switch child {
            case .keys(let keys): keys.text
            case .tag(let tag): "{\(tag.text)}"
            case .rule(let rule): rule.outline
            }
        }
        return "\(rule)(\(parts.joined(separator: " ")))"
    }
}

/// The first derivation of the keys.
func outline(of grammar: CompiledGrammar, _ text: String) -> String? {
    ActiveGrammars([grammar]).matches(keys(text)).first?.derivation.outline
}
