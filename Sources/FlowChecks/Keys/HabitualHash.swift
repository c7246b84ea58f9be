import CallControl
import Diagnostics
import DialogMachines
import Grammars

/// Fields that end by themselves, after which a caller's habitual `#` would answer the next one.
enum HabitualHash: KeyRule {
    static func findings(in listening: Listening, of flow: Flow) -> [Finding] {
        let machine = listening.document.machine
        return listening.items.compactMap { place in
            let item = machine.items[place.index]
            let following = machine.items[place.index + 1..<machine.dialogs[place.dialog].items.upperBound]
            guard case .field = item.kind, following.contains(where: \.takesKeys),
                listening.property("termchar", at: place) ?? "#" == "#",
                CallDuration(timeDesignation: listening.property("termtimeout", at: place) ?? "0s") == .zero
            else { return nil }
            let own = place.grammars.filter { $0.scope == .item && $0.entry.isOfItem }.map(\.compiled)
            return ActiveGrammars(own).endAfterSeveralKeys ? .habitualHash(at: item.position) : nil
        }
    }
}

extension GrammarEntry {
    /// Whether it fills the item, and is no link's.
    fileprivate var isOfItem: Bool {
        if case .link = result { false } else { true }
    }
}

extension ActiveGrammars {
    /// Whether matches come to their end by themselves after three keys or more, as those of `digits?length=4` do: what
    /// callers think of as a number. Looks at one way through the grammars.
    fileprivate var endAfterSeveralKeys: Bool {
        var state = start
        for length in 1...32 {
            guard let key = nextKeys(state).first else { return false }
            state = step(state, key)
            if standing(state) == .complete { return length > 2 }
        }
        return false
    }
}
