/// What is known of rules before the automaton is built: what can match at all, what can match nothing, which rules
/// are recursive.
struct RuleAnalysis {
    /// The network without the nodes that can never match, and without repeats of an item that takes no key.
    private(set) var network: RuleNetwork
    /// By node: whether it can match without taking a key.
    private(set) var nullable: [Bool]
    /// By node: whether it can match at all.
    private var productive: [Bool]
    /// By rule: whether it can reach itself.
    private(set) var recursive: [Bool] = []

    init(_ network: RuleNetwork) throws(GrammarError) {
        self.network = network
        nullable = [Bool](repeating: false, count: network.nodes.count)
        productive = nullable
        let references = network.rules.indices.map { network.references(of: $0) }
        for component in stronglyConnectedComponents(references) { settle(component) }
        try refuseLeftRecursion()
        prune()
        recursive = Self.cyclic(network.rules.indices.map { self.network.references(of: $0) })
    }

    /// Rules that refer to each other: from "none matches" upwards until nothing changes.
    private mutating func settle(_ rules: [Int]) {
        var changed = true
        while changed {
            changed = false
            for rule in rules {
                for node in network.rules[rule].nodes where !(productive[node] && nullable[node]) {
                    let now = (isProductive(node), isNullable(node))
                    if now != (productive[node], nullable[node]) {
                        (productive[node], nullable[node]) = now
                        changed = true
                    }
                }
            }
        }
    }

    private func isProductive(_ node: Int) -> Bool {
        switch network.nodes[node] {
        case .empty, .tag: true
        case .fail: false
        case .run(let range): network.keys(range).allSatisfy { !$0.isEmpty }
        case .sequence(let range): network.children(range).allSatisfy { productive[Int($0)] }
        case .alternatives(let range): network.children(range).contains { productive[Int($0)] }
        case .repetition(let child, let minimum, _): minimum == 0 || productive[Int(child)]
        case .rule(let rule): productive[network.rules[Int(rule)].body]
        }
    }

    private func isNullable(_ node: Int) -> Bool {
        switch network.nodes[node] {
        case .empty, .tag: true
        case .fail, .run: false
        case .sequence(let range): network.children(range).allSatisfy { nullable[Int($0)] }
        case .alternatives(let range): network.children(range).contains { nullable[Int($0)] }
        case .repetition(let child, let minimum, _): minimum == 0 || nullable[Int(child)]
        case .rule(let rule): nullable[network.rules[Int(rule)].body]
        }
    }

    private mutating func prune() {
        for node in network.nodes.indices {
            guard productive[node] else {
                network.nodes[node] = .fail
                continue
            }
            guard case .repetition(let child, let minimum, let maximum) = network.nodes[node] else { continue }
            if !productive[Int(child)] {
                network.nodes[node] = .empty
            } else if nullable[Int(child)] {
                // One round may take no key, for its tags; more such rounds would say nothing new.
                network.nodes[node] = .repetition(child, minimum: min(minimum, 1), maximum: maximum)
            }
        }
    }

    // MARK: Recursion

    /// By node: whether it is in a cycle.
    private static func cyclic(_ successors: [[Int]]) -> [Bool] {
        var cyclic = [Bool](repeating: false, count: successors.count)
        for component in stronglyConnectedComponents(successors) {
            for node in component { cyclic[node] = component.count > 1 || successors[node].contains(node) }
        }
        return cyclic
    }

    private func refuseLeftRecursion() throws(GrammarError) {
        let cyclic = Self.cyclic(network.rules.indices.map { leftReferences(of: $0) })
        guard let rule = cyclic.firstIndex(of: true).map({ network.rules[$0] }) else { return }
        throw GrammarError(.leftRecursion(rule.name, at: GrammarPlace(file: rule.file, position: rule.position)))
    }

    /// The rules that a rule can reach before it takes a key.
    private func leftReferences(of rule: Int) -> [Int] {
        var found: Set<Int> = []
        network.walk(from: network.rules[rule].body) { node in
            switch node {
            case .rule(let target):
                found.insert(Int(target))
                return []
            case .sequence(let range):
                let parts = network.children(range)
                let last = parts.firstIndex { !nullable[Int($0)] } ?? parts.endIndex
                return parts[parts.startIndex..<min(last + 1, parts.endIndex)]
            case .alternatives(let range): return network.children(range)
            case .repetition(let child, _, _): return [child]
            case .empty, .fail, .run, .tag: return []
            }
        }
        return found.sorted()
    }
}
