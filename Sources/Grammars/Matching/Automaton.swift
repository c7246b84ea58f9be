/// The automaton of one grammar: flat tables, entered at `start`. A recursive rule is called; all others stand in it
/// as often as they are referred to.
struct Automaton: Sendable {
    enum State: Sendable {
        /// The end of the called rule, or of the grammar.
        case finish
        /// Takes a key, by the first of some `transitions` that has it.
        case consume(Range<Int32>)
        /// Goes on at each of some `branches`.
        case branch(Range<Int32>)
        /// Goes on at the entry of a rule, and after its end at `then`.
        case call(entry: Int32, then: Int32)
    }

    struct Transition: Hashable, Sendable {
        var keys: KeySet
        var target: Int32
    }

    static let finish: Int32 = 0

    var states: [State] = [.finish]
    var transitions: [Transition] = []
    var branches: [Int32] = []
    /// Where a match begins, nothing taken yet.
    var start = GrammarState()

    func target(of state: Int32, key: KeySet) -> Int32? {
        guard states.indices.contains(Int(state)), case .consume(let range) = states[Int(state)] else { return nil }
        for index in range {
            let transition = transitions[Int(index)]
            if !transition.keys.isDisjoint(with: key) { return transition.target }
        }
        return nil
    }
}
