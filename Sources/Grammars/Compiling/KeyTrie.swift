import CallControl

/// Alternatives by the keys that they begin with. A node comes before its children; the first is that of no keys.
struct KeyTrie {
    struct Node {
        var key: DTMFKey
        var firstChild: Int32
        var nextSibling: Int32
        /// The last of the node's values, index into `values`.
        var lastValue: Int32
    }

    private static let none: Int32 = -1

    private(set) var nodes = [Node(key: .zero, firstChild: none, nextSibling: none, lastValue: none)]
    private var values: [(value: Int32, previous: Int32)] = []

    mutating func insert(_ keys: [DTMFKey], _ value: Int32) {
        let node = keys.reduce(0) { child(of: $0, by: $1) }
        values.append((value, nodes[node].lastValue))
        nodes[node].lastValue = Int32(values.count - 1)
    }

    private mutating func child(of node: Int, by key: DTMFKey) -> Int {
        if let known = children(of: node).first(where: { nodes[$0].key == key }) { return known }
        nodes.append(
            Node(key: key, firstChild: Self.none, nextSibling: nodes[node].firstChild, lastValue: Self.none))
        nodes[node].firstChild = Int32(nodes.count - 1)
        return nodes.count - 1
    }

    func children(of node: Int) -> some Sequence<Int> {
        sequence(state: nodes[node].firstChild) { next in
            guard next != Self.none else { return nil }
            defer { next = nodes[Int(next)].nextSibling }
            return Int(next)
        }
    }

    /// The values inserted with the keys that lead to a node, last first.
    func values(of node: Int) -> some Sequence<Int32> {
        sequence(state: nodes[node].lastValue) { next in
            guard next != Self.none else { return nil }
            defer { next = values[Int(next)].previous }
            return values[Int(next)].value
        }
    }
}

extension RuleNetwork {
    /// The keys that a node begins with in any case, and the nodes that follow them.
    func literalPrefix(of node: Int32) -> (keys: [DTMFKey], rest: ArraySlice<Int32>) {
        switch nodes[Int(node)] {
        case .run(let range):
            if let keys = literal(range) { return (keys, []) }
        case .sequence(let range):
            let parts = children(range)
            guard let first = parts.firstIndex(where: { !isSilent($0) }) else { break }
            if case .run(let range) = nodes[Int(parts[first])], let keys = literal(range) {
                return (keys, parts[(first + 1)...])
            }
        default: break
        }
        return ([], [node])
    }

    private func literal(_ range: Range<Int32>) -> [DTMFKey]? {
        let keys = keys(range).compactMap(\.only)
        return keys.count == range.count ? keys : nil
    }

    /// Whether a node takes no key and always matches.
    private func isSilent(_ node: Int32) -> Bool {
        switch nodes[Int(node)] {
        case .empty, .tag: true
        default: false
        }
    }
}
