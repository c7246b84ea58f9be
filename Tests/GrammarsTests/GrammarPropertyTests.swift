import CallControl
import Diagnostics
import Testing

@testable import Grammars

/// Generated grammars and keys, against a matcher that simply tries everything.
struct GrammarPropertyTests {
    @Test("standings and derivations are those of a matcher that tries everything", arguments: 0..<40)
    func againstReference(seed: UInt64) throws {
        var random = GrammarGenerator(seed: seed)
        for _ in 0..<25 {
            let rules = (0..<3).map { rule in
                GrammarRule(
                    name: "r\(rule)", isPublic: true, expansion: random.expansion(depth: 3), references: [],
                    position: SourcePosition(line: rule + 1, column: 1))
            }
            let document = GrammarDocument(
                uri: "", file: "", mode: .dtmf, root: "r0", rules: rules, position: SourcePosition(line: 1, column: 1))
            guard let grammar = compiled(document) else { continue }
            let reference = ReferenceMatcher(rules: rules.map(\.expansion))
            for _ in 0..<6 {
                let input = random.input(for: ActiveGrammars([grammar]))
                try check(grammar, reference, input)
            }
        }
    }

    /// nil: left recursive.
    private func compiled(_ document: GrammarDocument) -> CompiledGrammar? {
        do throws(GrammarError) {
            return try GrammarCompiler.compile(document)
        } catch {
            #expect(error.diagnostic.id == "grammar-left-recursion")
            return nil
        }
    }

    private func check(_ grammar: CompiledGrammar, _ reference: ReferenceMatcher, _ input: [DTMFKey]) throws {
        // Where trying everything takes too long there is nothing to compare with.
        guard let expected = reference.derivations(of: input) else { return }
        let grammars = ActiveGrammars([grammar])
        let standing = try standings(of: grammars, input.text).last ?? grammars.standing(grammars.start)
        let isMatch = !expected.isEmpty
        #expect((standing == .complete || standing == .canGrow) == isMatch)
        #expect(outline(of: grammar, input.text) == expected.first)
        if standing == .noMatch || standing == .complete {
            for key in GrammarGenerator.alphabet { #expect(reference.derivations(of: input + [key])?.isEmpty ?? true) }
        }
        if standing == .partial || standing == .canGrow {
            let state = input.reduce(grammars.start, grammars.step)
            #expect(DTMFKey.allCases.contains { grammars.standing(grammars.step(state, $0)) != .noMatch })
        }
    }
}
