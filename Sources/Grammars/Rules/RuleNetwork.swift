import Diagnostics

/// All rules that a compiled grammar needs, of all documents, as flat tables: references are indices. The automaton is
/// built from it, and derivations are found in it.
struct RuleNetwork: Sendable {
    enum Node: Hashable, Sendable {
        case empty
        case fail
        /// Keys one after the other, in `keys`.
        case run(Range<Int32>)
        /// Nodes one after the other, in `children`.
        case sequence(Range<Int32>)
        /// Nodes in the order of the document, in `children`.
        case alternatives(Range<Int32>)
        /// A node that occurs `minimum` to `maximum` times; a maximum of `Int16.max` is none.
        case repetition(Int32, minimum: Int16, maximum: Int16)
        case rule(Int32)
        case tag(Int32)
    }

    struct Rule: Sendable {
        var name: String
        /// Index into `headers`.
        var header: Int
        /// The rule's nodes; a child stands before its parent.
        var nodes: Range<Int>
        var file: String
        var position: SourcePosition

        var body: Int { nodes.upperBound - 1 }
    }

    /// What a document says of all its rules.
    struct Header: Sendable {
        var tagFormat: TagFormat
        var tags: [GrammarTag]
    }

    static let noMaximum = Int16.max

    var nodes: [Node] = []
    var keys: [KeySet] = []
    var children: [Int32] = []
    /// The root rule is the first.
    var rules: [Rule] = []
    var headers: [Header] = []
    var tags: [GrammarTag] = []

    func children(_ range: Range<Int32>) -> ArraySlice<Int32> {
        children[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    func keys(_ range: Range<Int32>) -> ArraySlice<KeySet> {
        keys[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// The rules that a rule can reach by one reference.
    func references(of rule: Int) -> [Int] {
        var found: Set<Int> = []
        walk(from: rules[rule].body) { node in
            switch node {
            case .rule(let target):
                found.insert(Int(target))
                return []
            case .sequence(let range), .alternatives(let range): return children(range)
            case .repetition(let child, _, _): return [child]
            case .empty, .fail, .run, .tag: return []
            }
        }
        return found.sorted()
    }

    /// Visits a node and what the visit says, and so on.
    func walk(from node: Int, _ visit: (Node) -> ArraySlice<Int32>) {
        var pending = [Int32(node)]
        while let next = pending.popLast() { pending.append(contentsOf: visit(nodes[Int(next)])) }
    }
}
