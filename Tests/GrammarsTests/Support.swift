import CallControl
import Foundation
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
