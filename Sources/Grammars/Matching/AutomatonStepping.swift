import CallControl

extension Automaton {
    /// The state after a key.
    func step(_ state: GrammarState, _ key: DTMFKey) -> GrammarState {
        let set = KeySet(key)
        if let next = onlyTarget(of: state, key: set) { return next }
        var closure = Closure(self, frames: state.frames)
        for position in state.positions {
            if let target = target(of: position.state, key: set) {
                closure.add(.init(state: target, frame: position.frame))
            }
        }
        return closure.finished()
    }

    /// The state after a key where there is nothing to follow: one position, outside of all calls, before and after.
    /// Most grammars are so at most keys.
    private func onlyTarget(of state: GrammarState, key: KeySet) -> GrammarState? {
        guard state.positions.count == 1, state.frames.isEmpty else { return nil }
        guard let target = target(of: state.positions[0].state, key: key) else { return GrammarState() }
        guard states.indices.contains(Int(target)) else { return nil }
        switch states[Int(target)] {
        case .consume, .finish: return GrammarState(positions: [.init(state: target, frame: 0)])
        case .branch, .call: return nil
        }
    }

    /// The keys that some state of these takes.
    func nextKeys(_ state: GrammarState) -> KeySet {
        var keys: KeySet = []
        for position in state.positions {
            guard states.indices.contains(Int(position.state)), case .consume(let range) = states[Int(position.state)]
            else { continue }
            for index in range { keys.formUnion(transitions[Int(index)].keys) }
        }
        return keys
    }

    /// The state before any key, for an automaton that begins at `entry`.
    func state(at entry: Int32) -> GrammarState {
        var closure = Closure(self, frames: [])
        closure.add(.init(state: entry, frame: 0))
        return closure.finished()
    }
}

/// Follows all that takes no key.
private struct Closure {
    typealias Position = GrammarState.Position

    private let automaton: Automaton
    private var frames: [GrammarState.Frame]
    /// The frames of calls made since the last key, by entry.
    private var newFrames: [Int32: Int32] = [:]
    private var visited = PositionSet()
    private var pending: [Position] = []
    private var resting: [Position] = []

    init(_ automaton: Automaton, frames: [GrammarState.Frame]) {
        self.automaton = automaton
        self.frames = frames
    }

    mutating func add(_ position: Position) {
        if visited.insert(position) { pending.append(position) }
    }

    mutating func finished() -> GrammarState {
        while let position = pending.popLast() { follow(position) }
        resting.sort()
        return frames.isEmpty ? GrammarState(positions: resting) : withoutDeadFrames()
    }

    private mutating func follow(_ position: Position) {
        guard automaton.states.indices.contains(Int(position.state)) else { return }
        switch automaton.states[Int(position.state)] {
        case .consume: resting.append(position)
        case .branch(let range):
            for index in range { add(.init(state: automaton.branches[Int(index)], frame: position.frame)) }
        case .call(let entry, let then): call(entry, from: .init(state: then, frame: position.frame))
        case .finish:
            if position.frame == 0 {
                resting.append(position)
            } else {
                // A call that shares this frame and comes later needs no return: a rule that can take no key has a
                // branch around it.
                for caller in frames[Int(position.frame) - 1] { add(caller) }
            }
        }
    }

    private mutating func call(_ entry: Int32, from caller: Position) {
        let frame: Int32
        if let known = newFrames[entry] {
            frame = known
        } else {
            frames.append([])
            frame = Int32(frames.count)
            newFrames[entry] = frame
        }
        if !frames[Int(frame) - 1].contains(caller) { frames[Int(frame) - 1].append(caller) }
        add(.init(state: entry, frame: frame))
    }

    /// Drops the frames that no position is in, and numbers the others anew.
    private func withoutDeadFrames() -> GrammarState {
        var live = [Bool](repeating: false, count: frames.count + 1)
        var marking: [Int32] = []
        func mark(_ position: Position) {
            guard !live[Int(position.frame)] else { return }
            live[Int(position.frame)] = true
            if position.frame > 0 { marking.append(position.frame) }
        }
        resting.forEach(mark)
        while let frame = marking.popLast() { frames[Int(frame) - 1].forEach(mark) }
        var numbers = [Int32](repeating: 0, count: frames.count + 1)
        var last: Int32 = 0
        for frame in 1..<numbers.count where live[frame] {
            last += 1
            numbers[frame] = last
        }
        func renumbered(_ position: Position) -> Position {
            .init(state: position.state, frame: numbers[Int(position.frame)])
        }
        return GrammarState(
            positions: resting.map(renumbered),
            frames: frames.indices.filter { live[$0 + 1] }.map { frames[$0].map(renumbered).sorted() })
    }
}

/// A set of positions: a list while it is short.
private struct PositionSet {
    private var list: [GrammarState.Position] = []
    private var set: Set<GrammarState.Position> = []

    /// Whether it was new.
    mutating func insert(_ position: GrammarState.Position) -> Bool {
        if set.isEmpty {
            if list.contains(position) { return false }
            list.append(position)
            if list.count > 24 { set = Set(list) }
            return true
        }
        return set.insert(position).inserted
    }
}
