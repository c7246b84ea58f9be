import CallControl

/// Builds the automaton of analysed rules from their ends backwards: each piece is given the state where it goes on.
struct AutomatonBuilder {
    /// A larger grammar is refused.
    static let stateLimit = 1_000_000
    /// Items and rules nested deeper are refused.
    static let depthLimit = 1_000

    private struct Inlined: Hashable {
        var rule: Int32
        var next: Int32
    }

    private let network: RuleNetwork
    private let analysis: RuleAnalysis
    private let limit: Int
    private var automaton = Automaton()
    /// The entries of recursive rules.
    private var entries: [Int32: Int32] = [:]
    /// Recursive rules with an entry but no states yet.
    private var unbuilt: [Int32] = []
    private var inlined: [Inlined: Int32] = [:]

    private init(_ analysis: RuleAnalysis, stateLimit: Int) {
        self.analysis = analysis
        limit = stateLimit
        network = analysis.network
    }

    /// The automaton of the first rule.
    static func build(_ analysis: RuleAnalysis, stateLimit: Int = stateLimit) throws(GrammarError) -> Automaton {
        var builder = AutomatonBuilder(analysis, stateLimit: stateLimit)
        let entry = try builder.addRule(0, next: Automaton.finish, depth: 0)
        while let rule = builder.unbuilt.popLast() {
            let body = try builder.add(Int32(builder.network.rules[Int(rule)].body), next: Automaton.finish, depth: 0)
            if let body, let reserved = builder.entries[rule] { builder.setBranch(reserved, to: [body]) }
        }
        if let entry { builder.automaton.start = builder.automaton.state(at: entry) }
        return builder.automaton
    }

    // MARK: Nodes

    /// The state where a node begins that goes on at `next`; nil for one that never matches.
    private mutating func add(_ node: Int32, next: Int32, depth: Int) throws(GrammarError) -> Int32? {
        guard depth < Self.depthLimit else { throw GrammarError(.tooDeep(root.name, at: place)) }
        switch network.nodes[Int(node)] {
        case .empty, .tag: return next
        case .fail: return nil
        case .run(let range):
            var entry = next
            for set in network.keys(range).reversed() {
                entry = try addConsume([.init(keys: set, target: entry)])
            }
            return entry
        case .sequence(let range): return try addSequence(network.children(range), next: next, depth: depth)
        case .alternatives(let range): return try addAlternatives(network.children(range), next: next, depth: depth)
        case .repetition(let child, let minimum, let maximum):
            let flat = analysis.flattened(child, minimum: Int(minimum), maximum: maximum)
            return try addRepetition(
                of: flat.child, minimum: flat.minimum, maximum: flat.maximum, next: next, depth: depth)
        case .rule(let rule): return try addRule(rule, next: next, depth: depth + 1)
        }
    }

    private mutating func addSequence(
        _ parts: ArraySlice<Int32>, next: Int32, depth: Int
    ) throws(GrammarError) -> Int32? {
        var entry = next
        for part in parts.reversed() {
            guard let begin = try add(part, next: entry, depth: depth + 1) else { return nil }
            entry = begin
        }
        return entry
    }

    private mutating func addRepetition(
        of child: Int32, minimum: Int, maximum: Int?, next: Int32, depth: Int
    ) throws(GrammarError) -> Int32? {
        var entry = next
        if let maximum {
            for _ in minimum..<max(maximum, minimum) {
                guard let begin = try add(child, next: entry, depth: depth + 1) else { return next }
                entry = try addBranch([begin, next])
            }
        } else {
            let loop = try addState(.branch(0..<0))
            guard let begin = try add(child, next: loop, depth: depth + 1) else { return next }
            setBranch(loop, to: [begin, next])
            entry = loop
        }
        for _ in 0..<minimum {
            guard let begin = try add(child, next: entry, depth: depth + 1) else { return nil }
            entry = begin
        }
        return entry
    }

    private mutating func addRule(_ rule: Int32, next: Int32, depth: Int) throws(GrammarError) -> Int32? {
        let body = Int32(network.rules[Int(rule)].body)
        guard analysis.recursive[Int(rule)] else {
            let key = Inlined(rule: rule, next: next)
            if let known = inlined[key] { return known }
            let entry = try add(body, next: next, depth: depth)
            inlined[key] = entry
            return entry
        }
        if case .fail = network.nodes[Int(body)] { return nil }
        let entry = try entry(of: rule)
        // A call that ends its rule returns where that rule returns: it needs no frame of its own.
        if next == Automaton.finish { return entry }
        let call = try addState(.call(entry: entry, then: next))
        return analysis.nullable[Int(body)] ? try addBranch([call, next]) : call
    }

    private mutating func entry(of rule: Int32) throws(GrammarError) -> Int32 {
        if let known = entries[rule] { return known }
        let entry = try addState(.branch(0..<0))
        entries[rule] = entry
        unbuilt.append(rule)
        return entry
    }

    // MARK: Alternatives

    /// Alternatives that begin alike share the states of their beginning, so that a long list costs no more a key
    /// than a short one.
    private mutating func addAlternatives(
        _ alternatives: ArraySlice<Int32>, next: Int32, depth: Int
    ) throws(GrammarError) -> Int32? {
        var trie = KeyTrie()
        for alternative in alternatives where network.nodes[Int(alternative)] != .fail {
            trie.insert(network.literalPrefix(of: alternative).keys, alternative)
        }
        var entries = [Int32?](repeating: nil, count: trie.nodes.count)
        // A node's children come after it.
        for node in trie.nodes.indices.reversed() {
            var begins: [Int32] = []
            var seen: Set<Int32> = []
            let transitions = trie.children(of: node).compactMap { child in
                entries[child].map { Automaton.Transition(keys: KeySet(trie.nodes[child].key), target: $0) }
            }
            if !transitions.isEmpty { begins.append(try addConsume(transitions)) }
            for alternative in trie.values(of: node) {
                let rest = network.literalPrefix(of: alternative).rest
                guard let begin = try addSequence(rest, next: next, depth: depth + 1), seen.insert(begin).inserted
                else { continue }
                begins.append(begin)
            }
            entries[node] = begins.isEmpty ? nil : try addBranch(begins)
        }
        return entries[0]
    }

    // MARK: States

    private var root: RuleNetwork.Rule { network.rules[0] }
    private var place: GrammarPlace { GrammarPlace(file: root.file, position: root.position) }

    private mutating func addState(_ state: Automaton.State) throws(GrammarError) -> Int32 {
        guard automaton.states.count < limit else {
            throw GrammarError(.tooManyStates(root.name, limit: limit, at: place))
        }
        automaton.states.append(state)
        return Int32(automaton.states.count - 1)
    }

    /// A state that takes a key; keys with the same target are one transition.
    private mutating func addConsume(_ transitions: [Automaton.Transition]) throws(GrammarError) -> Int32 {
        let start = Int32(automaton.transitions.count)
        for transition in transitions {
            let known = automaton.transitions[Int(start)...].firstIndex { $0.target == transition.target }
            if let known {
                automaton.transitions[known].keys.formUnion(transition.keys)
            } else {
                automaton.transitions.append(transition)
            }
        }
        return try addState(.consume(start..<Int32(automaton.transitions.count)))
    }

    private mutating func addBranch(_ targets: [Int32]) throws(GrammarError) -> Int32 {
        if targets.count == 1 { return targets[0] }
        let state = try addState(.branch(0..<0))
        setBranch(state, to: targets)
        return state
    }

    private mutating func setBranch(_ state: Int32, to targets: [Int32]) {
        let start = Int32(automaton.branches.count)
        automaton.branches.append(contentsOf: targets)
        automaton.states[Int(state)] = .branch(start..<Int32(automaton.branches.count))
    }
}

extension RuleAnalysis {
    /// The smallest repetition that takes the same keys.
    fileprivate func flattened(
        _ child: Int32, minimum: Int, maximum: Int16
    ) -> (child: Int32, minimum: Int, maximum: Int?) {
        var flat = (
            child: child, minimum: nullable[Int(child)] ? 0 : minimum,
            maximum: maximum == RuleNetwork.noMaximum ? nil : Int(maximum)
        )
        // A repetition of one that begins at 0: `a?` four times is `a` zero to four times.
        while case .repetition(let inner, let innerMinimum, let innerMaximum) = network.nodes[Int(flat.child)],
            innerMinimum == 0 || nullable[Int(inner)]
        {
            flat.child = inner
            flat.minimum = 0
            if innerMaximum == RuleNetwork.noMaximum {
                flat.maximum = nil
            } else if let outer = flat.maximum {
                flat.maximum = min(outer * Int(innerMaximum), Repetition.longest)
            }
        }
        // No input is longer. Keys are counted all the same, so that the last one is known to be the last.
        if flat.maximum == Repetition.longest, flat.minimum < Repetition.longest, !isRun(flat.child) {
            flat.maximum = nil
        }
        return flat
    }

    private func isRun(_ node: Int32) -> Bool {
        if case .run = network.nodes[Int(node)] { true } else { false }
    }
}
