import CallControl
import Diagnostics
import DialogMachines
import Grammars

/// Keys that make every caller wait for `interdigittimeout`, because another grammar goes on with them.
enum WaitingKeys: KeyRule {
    /// Where more listen at once, nobody presses keys: the look at each with each other is left out.
    private static let mostGrammars = 300

    static func findings(in listening: Listening, of flow: Flow) -> [Finding] {
        var findings: [Finding] = []
        var said: Set<Pair> = []
        for place in listening.items where place.grammars.count <= mostGrammars {
            let shared = place.sharedKeys
            guard !shared.isEmpty else { continue }
            let active = ActiveGrammars(place.grammars.map(\.compiled))
            for (index, short) in place.grammars.enumerated() where !shared.isDisjoint(with: short.firstKeys) {
                let matches = short.shortMatches(beginningWith: shared.intersection(short.firstKeys))
                for (pair, keys) in pairs(of: index, matching: matches, among: place, active)
                where said.insert(pair).inserted {
                    findings.append(.keysWait(keys.text, for: short, because: place.grammars[pair.index]))
                }
            }
        }
        return findings
    }

    /// Two grammars by their places.
    private struct Pair: Hashable {
        var short: SourcePosition
        var long: SourcePosition
        /// Of the longer one where they were found.
        var index: Int

        static func == (left: Self, right: Self) -> Bool { left.short == right.short && left.long == right.long }

        func hash(into hasher: inout Hasher) {
            hasher.combine(short)
            hasher.combine(long)
        }
    }

    /// The grammars that go on after a match of the short one, each with the first such match.
    private static func pairs(
        of own: Int, matching matches: [[DTMFKey]], among place: ListeningItem, _ active: ActiveGrammars
    ) -> [(Pair, [DTMFKey])] {
        let short = place.grammars[own]
        var found: [Int: [DTMFKey]] = [:]
        for keys in matches {
            let standings = active.standings(keys.reduce(active.start, active.step))
            // Where a nearer one has the keys as well, it is that one's matter whether they go on.
            guard standings[..<own].allSatisfy({ $0 != .complete && $0 != .canGrow }) else { continue }
            for (index, standing) in standings.enumerated() where standing == .partial || standing == .canGrow {
                let other = place.grammars[index]
                guard found[index] == nil, !other.means(sameAs: short), !(short.isOfRoot && other.isOfRoot) else {
                    continue
                }
                found[index] = keys
            }
        }
        return found.sorted { $0.key < $1.key }.map { index, keys in
            (Pair(short: short.entry.position, long: place.grammars[index].entry.position, index: index), keys)
        }
    }
}
