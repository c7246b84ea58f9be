import CallControl
import Diagnostics
import DialogMachines
import Grammars

/// Choices, options and links whose keys a grammar of higher precedence takes wherever they listen. Two choices of one
/// menu and two options of one field the compiler compares.
enum TakenKeys: KeyRule {
    private static let mostGrammars = 300

    static func findings(in listening: Listening, of flow: Flow) -> [Finding] {
        var takers: [SourcePosition: ActiveKeyGrammar] = [:]
        var winners: Set<SourcePosition> = []
        for place in listening.items {
            guard place.grammars.count <= mostGrammars else {
                winners.formUnion(place.grammars.map(\.entry.position))
                continue
            }
            let shared = place.sharedKeys
            let active = ActiveGrammars(place.grammars.map(\.compiled))
            for (index, grammar) in place.grammars.enumerated() where grammar.isSelection && !grammar.isOfRoot {
                let taker = grammar.firstKeys.isSubset(of: shared) ? taker(of: index, among: place, active) : nil
                if let taker { takers[grammar.entry.position] = taker } else { winners.insert(grammar.entry.position) }
            }
        }
        let mayWinElsewhere =
            flow.mayHaveUnknownLeaves(listening.document) || !flow.leaves(of: listening.document).isEmpty
        let inLeaves = mayWinElsewhere ? documentScope(of: listening.document.machine) : []
        return takers.filter { !winners.contains($0.key) && !inLeaves.contains($0.key) }
            .sorted { $0.key < $1.key }.map { .keysTaken(at: $0, by: $1) }
    }

    /// A grammar before this one that matches all that this one matches; nil when it can win, or when another rule
    /// compares the two.
    private static func taker(
        of index: Int, among place: ListeningItem, _ active: ActiveGrammars
    ) -> ActiveKeyGrammar? {
        let grammar = place.grammars[index]
        let matches = grammar.shortMatches(beginningWith: grammar.firstKeys)
        guard index > 0, !matches.isEmpty else { return nil }
        var takers = Set(0..<index)
        for keys in matches {
            let standings = active.standings(keys.reduce(active.start, active.step))
            takers = takers.filter { standings[$0] == .complete || standings[$0] == .canGrow }
        }
        guard let first = takers.min().map({ place.grammars[$0] }), !first.means(sameAs: grammar) else { return nil }
        return isCompared(first.entry.result, grammar.entry.result) ? nil : first
    }

    /// Whether the compiler compares them.
    private static func isCompared(_ left: GrammarEntry.Result, _ right: GrammarEntry.Result) -> Bool {
        switch (left, right) {
        case (.choice, .choice), (.value, .value): true
        default: false
        }
    }

    /// The places of what listens in the document's leaves as well.
    private static func documentScope(of machine: DialogMachine) -> Set<SourcePosition> {
        let links = machine.linkTable[machine.links].flatMap(\.grammars).map { machine.grammars[$0].position }
        return Set(links + machine.grammars.filter { $0.scope == .document }.map(\.position))
    }
}
