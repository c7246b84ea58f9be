import CallControl
import DialogMachines
import Grammars

/// A grammar of keys that listens at an item.
struct ActiveKeyGrammar {
    /// What a grammar belongs to; the nearer one wins.
    enum Scope: Comparable {
        case item, dialog, document, root
    }

    let entry: GrammarEntry
    let compiled: CompiledGrammar
    let scope: Scope
    /// The file that it stands in.
    let file: String
    private let matches: GrammarMatches

    /// - Parameter known: the matches of grammars that were looked at before: many elements share one.
    init?(
        _ entry: GrammarEntry, of machine: DialogMachine, scope: Scope, known: inout [ObjectIdentifier: GrammarMatches]
    ) {
        guard case .compiled(let compiled) = entry.source, compiled.mode == .dtmf else { return nil }
        self.entry = entry
        self.compiled = compiled
        self.scope = scope
        self.file = machine.file
        let matches = known[ObjectIdentifier(compiled)] ?? GrammarMatches(compiled)
        known[ObjectIdentifier(compiled)] = matches
        self.matches = matches
    }

    /// Its matches of a few keys that begin with one of these, none when there are many.
    func shortMatches(beginningWith keys: KeySet) -> [[DTMFKey]] { matches.short(beginningWith: keys).keys }

    /// All its matches, none when there are many.
    var allMatches: [[DTMFKey]] {
        let matches = matches.short(beginningWith: firstKeys)
        return matches.areAll ? matches.keys : []
    }

    /// The keys that begin a match.
    var firstKeys: KeySet { matches.firstKeys }

    var isOfRoot: Bool { scope == .root }

    /// Whether a match of either means the same.
    func means(sameAs other: ActiveKeyGrammar) -> Bool {
        entry.position == other.entry.position && file == other.file
            || isSelection && entry.result == other.entry.result && file == other.file
    }

    /// Whether a match does one thing: selects a choice, an option or a link.
    var isSelection: Bool {
        switch entry.result {
        case .choice, .link, .value: true
        default: false
        }
    }
}

/// What keys match a grammar, as far as that is asked for.
final class GrammarMatches {
    let firstKeys: KeySet
    private var known: [KeySet: Matches] = [:]
    private let grammar: CompiledGrammar

    init(_ grammar: CompiledGrammar) {
        self.grammar = grammar
        let active = ActiveGrammars([grammar])
        firstKeys = KeySet(active.nextKeys(active.start))
    }

    struct Matches {
        var keys: [[DTMFKey]] = []
        /// Whether there are no longer ones.
        var areAll = false
    }

    /// Matches of a few keys that begin with one of these, none when there are many.
    func short(beginningWith first: KeySet) -> Matches {
        if let known = known[first] { return known }
        let matches = shortMatches(beginningWith: first)
        known[first] = matches
        return matches
    }

    private func shortMatches(beginningWith first: KeySet) -> Matches {
        let (limit, longest) = (32, 12)
        let active = ActiveGrammars([grammar])
        var found = Matches(areAll: true)
        var waiting: [(keys: [DTMFKey], state: MatcherState)] = [([], active.start)]
        while let (keys, state) = waiting.popLast() {
            for key in active.nextKeys(state) where !keys.isEmpty || first.contains(key) {
                let next = active.step(state, key)
                let standing = active.standing(next)
                if standing == .complete || standing == .canGrow { found.keys.append(keys + [key]) }
                guard standing == .partial || standing == .canGrow else { continue }
                if keys.count + 1 < longest { waiting.append((keys + [key], next)) } else { found.areAll = false }
            }
            if found.keys.count > limit || waiting.count > limit { return Matches() }
        }
        return found
    }
}
