import CallControl
import Diagnostics
import DialogMachines
import Grammars

/// Choices, options and links whose keys a grammar of higher precedence takes wherever they listen.
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

    /// A grammar before this one that matches all that this one matches; nil when it can win.
    private static func taker(
        of index: Int, among place: ListeningItem, _ active: ActiveGrammars
    ) -> ActiveKeyGrammar? {
        let grammar = place.grammars[index]
        let matches = grammar.allMatches
        guard index > 0, !matches.isEmpty else { return nil }
        var takers = Set(0..<index)
        for keys in matches {
            let standings = active.standings(keys.reduce(active.start, active.step))
            takers = takers.filter { standings[$0] == .complete || standings[$0] == .canGrow }
        }
        return takers.min().map { place.grammars[$0] }.flatMap { $0.means(sameAs: grammar) ? nil : $0 }
    }

    /// The places of what listens in the document's leaves as well.
    private static func documentScope(of machine: DialogMachine) -> Set<SourcePosition> {
        let links = machine.linkTable[machine.links].flatMap(\.grammars).map { machine.grammars[$0].position }
        return Set(links + machine.grammars.filter { $0.scope == .document }.map(\.position))
    }
}
