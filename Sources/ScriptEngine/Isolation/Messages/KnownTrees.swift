import CallControl

/// The documents of `<data>` that a process has been sent, by their numbers: each is sent once only. Both sides keep the
/// same ones, as long as there are not too many.
struct KnownTrees {
    private static let limit = 16

    private(set) var trees: [DataTree] = []

    subscript(number: Int) -> DataTree? { trees.indices.contains(number) ? trees[number] : nil }

    func number(of tree: DataTree) -> Int? { trees.firstIndex { $0 === tree } }

    /// Prepares for a message that has these.
    /// - Returns: those that the other side does not know; they get the next numbers. `isFresh`: it is to forget all
    ///   others before.
    mutating func take(_ wanted: [DataTree]) -> (isFresh: Bool, new: [DataTree]) {
        let known = trees.count
        add(wanted)
        guard trees.count > Self.limit else { return (false, Array(trees[known...])) }
        trees = []
        add(wanted)
        return (true, trees)
    }

    private mutating func add(_ wanted: [DataTree]) {
        for tree in wanted where number(of: tree) == nil { trees.append(tree) }
    }

    /// What the other side of `take` does.
    mutating func receive(isFresh: Bool, _ new: [DataTree]) {
        if isFresh { trees = [] }
        trees += new
    }
}
