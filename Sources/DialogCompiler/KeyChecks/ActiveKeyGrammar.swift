import CallControl
import DialogMachines
import Grammars

/// A grammar of keys that is active at an item.
struct ActiveKeyGrammar {
    let entry: GrammarEntry
    let compiled: CompiledGrammar
    /// The file that it stands in.
    let file: String
    /// Whether it stands in the application root of the document that is checked.
    let isOfRoot: Bool

    init?(_ entry: GrammarEntry, of machine: DialogMachine, isOfRoot: Bool) {
        guard case .compiled(let compiled) = entry.source, compiled.mode == .dtmf else { return nil }
        self.entry = entry
        self.compiled = compiled
        self.file = machine.file
        self.isOfRoot = isOfRoot
    }

    /// Whether a match does one thing: selects a choice, an option or a link.
    var isSelection: Bool {
        switch entry.result {
        case .choice, .link, .value: true
        case .semantics, .builtin: false
        }
    }

    /// Whether a match of either means the same.
    func means(sameAs other: ActiveKeyGrammar) -> Bool {
        entry.result == other.entry.result && file == other.file
    }

    /// Its matches of a few keys, none when there are many.
    var shortMatches: [[DTMFKey]] {
        let (limit, longest) = (32, 4)
        let active = ActiveGrammars([compiled])
        var found: [[DTMFKey]] = []
        var waiting: [(keys: [DTMFKey], state: MatcherState)] = [([], active.start)]
        while let (keys, state) = waiting.popLast() {
            for key in DTMFKey.allCases {
                let next = active.step(state, key)
                let standing = active.standing(next)
                if standing == .complete || standing == .canGrow { found.append(keys + [key]) }
                if standing == .partial || standing == .canGrow, keys.count + 1 < longest {
                    waiting.append((keys + [key], next))
                }
            }
            if found.count > limit || waiting.count > limit { return [] }
        }
        return found
    }

    /// Whether these keys can be the beginning of a longer match.
    func goesOn(after keys: [DTMFKey]) -> Bool {
        let active = ActiveGrammars([compiled])
        let standing = active.standing(keys.reduce(active.start, active.step))
        return standing == .partial || standing == .canGrow
    }
}

extension CompiledGrammar {
    /// Whether no key leads anywhere.
    var matchesNothing: Bool {
        let active = ActiveGrammars([self])
        return DTMFKey.allCases.allSatisfy { active.standing(active.step(active.start, $0)) == .noMatch }
    }
}

extension ActiveGrammars {
    /// Whether matches come to their end by themselves after three keys or more, as those of `digits?length=4` do: what
    /// callers think of as a number. Looks at one way through the grammars.
    var endAfterSeveralKeys: Bool {
        var state = start
        for length in 1...32 {
            let ways = DTMFKey.allCases.lazy.map { self.step(state, $0) }
            guard let next = ways.first(where: { standing($0) != .noMatch }) else { return false }
            if standing(next) == .complete { return length > 2 }
            state = next
        }
        return false
    }
}
