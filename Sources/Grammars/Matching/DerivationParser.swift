import CallControl

/// Finds how a grammar matches given keys: the first derivation in the order of the document. Where an item may be
/// repeated, more rounds come before fewer. What each node can match from each place on is found once and kept, so that
/// the work is polynomial; a stack of its own serves instead of recursion.
struct DerivationParser {
    /// A node from some place in the keys on.
    struct Span: Hashable {
        var node: Int32
        /// Of a sequence, the parts already matched; of a repetition, the rounds.
        var done: Int32 = 0
        /// The keys already taken.
        var place: Int32
    }

    let network: RuleNetwork
    let keys: [DTMFKey]
    private let sets: [KeySet]
    /// Where the derivations of a span end, each end once, in the order of the first derivation that ends there.
    private var ends: [Span: [Int32]] = [:]

    private init(_ network: RuleNetwork, _ keys: [DTMFKey]) {
        self.network = network
        self.keys = keys
        sets = keys.map { KeySet($0) }
    }

    /// The first derivation of exactly these keys from the first rule; nil when there is none.
    static func firstDerivation(of keys: [DTMFKey], in network: RuleNetwork) -> RuleMatch? {
        guard !network.rules.isEmpty else { return nil }
        var parser = DerivationParser(network, keys)
        let whole = Span(node: Int32(network.rules[0].body), place: 0)
        parser.explore(whole)
        guard parser.ends(of: whole).contains(Int32(keys.count)) else { return nil }
        var builder = DerivationBuilder(parser)
        return builder.build()
    }

    // MARK: All ends

    /// The ends of a span that has been explored.
    func ends(of span: Span) -> [Int32] { ends[span] ?? [] }

    private mutating func explore(_ span: Span) {
        var pending = [span]
        while let next = pending.last {
            if ends[next] != nil {
                pending.removeLast()
                continue
            }
            var missing: [Span] = []
            let found = findEnds(of: next, missing: &missing)
            if missing.isEmpty {
                ends[next] = found
                pending.removeLast()
            } else {
                pending.append(contentsOf: missing)
            }
        }
    }

    /// The ends of a span as far as those it depends on are known; the others are `missing`. No span depends on
    /// itself, because no rule can reach itself without taking a key.
    private func findEnds(of span: Span, missing: inout [Span]) -> [Int32] {
        switch network.nodes[Int(span.node)] {
        case .empty, .tag: return [span.place]
        case .fail: return []
        case .run(let range): return matches(range, at: span.place) ? [span.place + Int32(range.count)] : []
        case .rule(let rule):
            return known(Span(node: Int32(network.rules[Int(rule)].body), place: span.place), &missing)
        case .alternatives(let range):
            var found = OrderedEnds()
            for alternative in network.children(range) where canBegin(alternative, at: span.place) {
                found.add(known(Span(node: alternative, place: span.place), &missing))
            }
            return found.list
        case .sequence(let range):
            guard span.done < Int32(range.count) else { return [span.place] }
            var found = OrderedEnds()
            for (_, rest) in steps(of: span, missing: &missing) { found.add(known(rest, &missing)) }
            return found.list
        case .repetition(_, let minimum, _):
            var found = OrderedEnds()
            for (_, rest) in steps(of: span, missing: &missing) { found.add(known(rest, &missing)) }
            if span.done >= Int32(minimum) { found.add([span.place]) }
            return found.list
        }
    }

    private func known(_ span: Span, _ missing: inout [Span]) -> [Int32] {
        if let known = ends[span] { return known }
        missing.append(span)
        return []
    }

    /// The ways to match the next part of a sequence, or the next round of a repetition, in order: that part, and what
    /// remains after it.
    func steps(of span: Span, missing: inout [Span]) -> [(part: Span, rest: Span)] {
        switch network.nodes[Int(span.node)] {
        case .sequence(let range) where span.done < Int32(range.count):
            let child = network.children[Int(range.lowerBound + span.done)]
            let part = Span(node: child, place: span.place)
            return known(part, &missing).map {
                (part, Span(node: span.node, done: span.done + 1, place: $0))
            }
        case .repetition(let child, let minimum, let maximum):
            guard maximum == RuleNetwork.noMaximum || span.done < Int32(maximum) else { return [] }
            let part = Span(node: child, place: span.place)
            let rounds = counted(span.done + 1, minimum: minimum, maximum: maximum)
            return known(part, &missing)
                .filter { $0 > span.place || span.done < Int32(minimum) }
                .map { (part, Span(node: span.node, done: rounds, place: $0)) }
        default: return []
        }
    }

    /// The rounds of a repetition, counted no further than it matters: rounds beyond the minimum take a key each.
    private func counted(_ rounds: Int32, minimum: Int16, maximum: Int16) -> Int32 {
        let isUnbounded = maximum == RuleNetwork.noMaximum || Int(maximum) - Int(minimum) >= keys.count
        return isUnbounded ? min(rounds, Int32(minimum)) : rounds
    }

    // MARK: Keys

    private func matches(_ range: Range<Int32>, at place: Int32) -> Bool {
        guard range.count <= sets.count - Int(place) else { return false }
        var place = Int(place)
        for index in range {
            if network.keys[Int(index)].isDisjoint(with: sets[place]) { return false }
            place += 1
        }
        return true
    }

    /// A quick look whether an alternative can match at all: long lists of alternatives differ in their first keys.
    private func canBegin(_ node: Int32, at place: Int32) -> Bool {
        switch network.nodes[Int(node)] {
        case .run(let range): matches(range, at: place)
        case .sequence(let range):
            if let first = network.children(range).first, case .run(let keys) = network.nodes[Int(first)] {
                matches(keys, at: place)
            } else {
                true
            }
        default: true
        }
    }
}

/// Ends in the order of their first derivations.
private struct OrderedEnds {
    private(set) var list: [Int32] = []
    private var seen: Set<Int32> = []

    mutating func add(_ ends: [Int32]) {
        if list.isEmpty {
            list = ends
            seen = Set(ends)
        } else {
            for end in ends where seen.insert(end).inserted { list.append(end) }
        }
    }
}
