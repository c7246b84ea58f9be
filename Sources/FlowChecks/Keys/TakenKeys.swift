import CallControl
import Diagnostics
import DialogMachines
import Grammars

/// Choices, options, links and grammars whose keys a grammar of higher precedence takes wherever they listen.
enum TakenKeys: KeyRule {
    static func findings(in listening: Listening, of flow: Flow) -> [Finding] {
        let document = listening.document
        var outcome = Outcome()
        outcome.add(listening, ofRoot: false)
        for leaf in flow.leaves(of: document) { outcome.add(Listening(leaf, root: document), ofRoot: true) }
        let elsewhere = flow.mayHaveUnknownLeaves(document) ? documentScope(of: document.machine) : []
        return outcome.taken.filter { !elsewhere.contains($0.key) }.sorted { $0.key < $1.key }
            .map { .keysTaken(at: $0, by: $1, in: document.file) }
    }

    /// What becomes of a document's grammars where they listen.
    private struct Outcome {
        private static let mostGrammars = 300
        private var takers: [SourcePosition: ActiveKeyGrammar] = [:]
        private var winners: Set<SourcePosition> = []

        /// Those that never win, by their places, each with one that takes its keys.
        var taken: [SourcePosition: ActiveKeyGrammar] { takers.filter { !winners.contains($0.key) } }

        /// - Parameter ofRoot: whether it is about the grammars of the root, or of the document that listens.
        mutating func add(_ listening: Listening, ofRoot: Bool) {
            if listening.document.machine.hearsLinksOnly,
                let machine = (ofRoot ? listening.root : listening.document)?.machine
            {
                winners.formUnion(machine.linkTable.flatMap(\.grammars).map { machine.grammars[$0].position })
            }
            for place in listening.items {
                let shared = place.sharedKeys
                guard place.grammars.count <= Self.mostGrammars, !shared.isEmpty else {
                    winners.formUnion(place.grammars.filter { $0.isOfRoot == ofRoot }.map(\.entry.position))
                    continue
                }
                let active = ActiveGrammars(place.grammars.map(\.compiled))
                // The second reading of what is ambiguous is asked for.
                let hasSeveralResults = listening.property("maxnbest", at: place) ?? "1" != "1"
                for (index, grammar) in place.grammars.enumerated() where grammar.isOfRoot == ofRoot {
                    let position = grammar.entry.position
                    let mayBeTaken =
                        grammar.firstKeys.isSubset(of: shared) && (grammar.isSelection || !hasSeveralResults)
                    let taker =
                        mayBeTaken ? TakenKeys.taker(of: index, among: place, active) : nil
                    if let taker { takers[position] = taker } else { winners.insert(position) }
                }
            }
        }
    }

    /// A grammar before this one that matches all that this one matches; nil when it can win.
    fileprivate static func taker(
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

    /// The places of what may listen in leaves that are not known.
    private static func documentScope(of machine: DialogMachine) -> Set<SourcePosition> {
        let links = machine.linkTable[machine.links].flatMap(\.grammars).map { machine.grammars[$0].position }
        return Set(links + machine.grammars.filter { $0.scope == .document }.map(\.position))
    }
}

extension DialogMachine {
    /// Whether there are recordings or transfers, where links listen and hardly anything else does.
    fileprivate var hearsLinksOnly: Bool {
        self.items.contains { item in
            switch item.kind {
            case .record, .transfer: true
            default: false
            }
        }
    }
}
