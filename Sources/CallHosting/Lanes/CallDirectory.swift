import CallControl
import Synchronization

/// Which calls are in progress, and in which lane each is.
final class CallDirectory: Sendable {
    private struct Contents {
        var lanes: [ExactString: Int] = [:]
        var counts: [Int]
        /// How many calls that have ended are still being told to plugins.
        var farewells = 0
        var emptied: [CheckedContinuation<Void, Never>] = []
        var isClosed = false
    }

    private let contents: Mutex<Contents>

    init(lanes: Int) {
        contents = Mutex(Contents(counts: Array(repeating: 0, count: lanes)))
    }

    /// Enters a call and chooses the lane with the fewest calls; nil when the id is in progress.
    func claim(_ call: String) -> Int? {
        let call = ExactString(call)
        return contents.withLock { contents in
            guard contents.lanes[call] == nil, !contents.isClosed else { return nil }
            let lane = contents.counts.indices.min { contents.counts[$0] < contents.counts[$1] } ?? 0
            contents.lanes[call] = lane
            contents.counts[lane] += 1
            return lane
        }
    }

    func lane(of call: String) -> Int? { contents.withLock { $0.lanes[ExactString(call)] } }

    /// Whether nobody listens any longer.
    var isClosed: Bool { contents.withLock { $0.isClosed } }

    /// Strikes out a call that has ended.
    func release(_ call: String) {
        change { contents in
            guard let lane = contents.lanes.removeValue(forKey: ExactString(call)) else { return }
            contents.counts[lane] -= 1
        }
    }

    /// A call's end is told to plugins, from now until `endFarewell`.
    func beginFarewell() { change { $0.farewells += 1 } }
    func endFarewell() { change { $0.farewells -= 1 } }

    /// Waits until no call is in progress, and plugins know of the end of all that were.
    func waitUntilEmpty() async {
        await withCheckedContinuation { continuation in
            change { $0.emptied.append(continuation) }
        }
    }

    private func change(_ change: (inout Contents) -> Void) {
        let waiting = contents.withLock { contents in
            change(&contents)
            guard contents.lanes.isEmpty, contents.farewells == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { contents.emptied = [] }
            return contents.emptied
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Strikes out all calls that are left, for good, and says which they were.
    func close() -> [String] {
        let (left, waiting) = contents.withLock { contents in
            contents.isClosed = true
            defer {
                contents.lanes = [:]
                contents.emptied = []
            }
            return (contents.lanes.keys.map(\.string).sorted(), contents.emptied)
        }
        for continuation in waiting { continuation.resume() }
        return left
    }
}
