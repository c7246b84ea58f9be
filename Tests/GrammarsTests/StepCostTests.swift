import CallControl
import Foundation
import Testing

@testable import Grammars

/// What a key costs, where time is no matter: the big grammar takes long to make.
@Suite("The cost of a key", .enabled(if: ProcessInfo.processInfo.environment["DIALTONE_SOAK"] != nil))
struct StepCostTests {
    @Test("among 100,000 alternatives it is at most twice that among ten")
    func alternatives() throws {
        let few = try timePerKey(alternatives: 10)
        let many = try timePerKey(alternatives: 100_000)
        print("a key among ten alternatives takes \(few), among 100,000 \(many)")
        #expect(many <= few * 2)
    }

    /// The shortest of some runs.
    private func timePerKey(alternatives: Int) throws -> Duration {
        let inputs = (0..<alternatives).map { number in
            String(repeating: "0", count: 6 - String(number).count) + String(number)
        }
        let items = inputs.map { "<item>\($0)</item>" }.joined()
        let grammars = ActiveGrammars([try compiled(rule: "<one-of>\(items)</one-of>")])
        let chosen = (0..<1_000).map { keys(inputs[$0 * 7919 % alternatives]) }
        var matches = 0
        let times = (0..<7).map { _ in
            ContinuousClock().measure {
                for input in chosen where grammars.standing(input.reduce(grammars.start, grammars.step)) == .complete {
                    matches += 1
                }
            }
        }
        #expect(matches == 7 * chosen.count)
        return try #require(times.min()) / (chosen.count * 6)
    }
}
