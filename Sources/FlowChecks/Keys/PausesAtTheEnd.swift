import Diagnostics
import DialogMachines
import Grammars

/// Fields whose keys can go on after they match, where no termchar can end them: their callers wait for
/// `interdigittimeout`.
enum PausesAtTheEnd: KeyRule {
    static func findings(in listening: Listening, of flow: Flow) -> [Finding] {
        let machine = listening.document.machine
        return listening.items.compactMap { place in
            let own = place.grammars.filter { $0.scope <= .dialog && !$0.isSelection }.map(\.compiled)
            guard listening.property("termchar", at: place) == "", ActiveGrammars(own).canGrow else { return nil }
            return .endsByPause(at: machine.items[place.index].position)
        }
    }
}

extension ActiveGrammars {
    /// Whether a match can be followed by more keys. Looks at one way through the grammars.
    fileprivate var canGrow: Bool {
        var state = start
        for _ in 0..<32 {
            guard let key = nextKeys(state).first else { return false }
            state = step(state, key)
            if standing(state) == .canGrow { return true }
        }
        return false
    }
}
